namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>The shortcodes that stand for pictures, sound and film.</summary>
internal sealed class ShortcodeMedia(Held held, Leftovers leftovers, Func<string, IReadOnlyList<Inline>> readInlines)
{
    // A gallery is looked through on a page; an email of hundreds of pictures is read by nobody.
    private const int MostOfGallery = 60;

    private static readonly char[] Between = [',', ';', ' '];

    public Attachments Attachments { get; init; } = Attachments.None;

    public string Figure(ShortcodeTag tag, string content)
    {
        var pictures = Figures(content).ToList();
        var words = Held.Plain(content).Trim();
        var caption =
            words.Length > 0 && !IsAddress(words)
                ? WithoutBlocks(content)
                : tag.First("caption", "title", "legende") ?? "";
        var address =
            WebAddress.OfPage(tag.First("src", "url", "image", ""))
            ?? (IsAddress(words) ? WebAddress.OfPage(words) : null);
        var attached = Attachments.Find(tag.First("image", "id", "attachment_id"));
        if (caption.Length == 0)
            caption = attached?.Caption ?? "";
        var picture =
            pictures.Count > 0 ? pictures[0].Picture
            : address is not null ? new Picture(address, tag.First("alt") ?? "")
            : attached is not null ? new Picture(attached.Address, tag.First("alt") ?? attached.Alt ?? "")
            : null;
        if (picture is null)
        {
            leftovers.Drop(
                $"{tag.Raw} {Held.Plain(caption)}",
                "The caption of a picture that did not come with the text."
            );
            return Others(content);
        }
        return held.Hold(new Block.Figure(picture, readInlines(caption)))
            + string.Concat(pictures.Skip(1).Select(held.Hold))
            + Others(content);
    }

    public string Gallery(ShortcodeTag tag, string content)
    {
        var pictures = Figures(content).Any() ? [] : Pictures(tag);
        if (pictures.Count == 0 && !Figures(content).Any())
            leftovers.Drop(tag.Raw, "A gallery whose pictures did not come with the text.");
        var figures = pictures.Select(picture => new Block.Figure(
            new Picture(picture.Address, picture.Alt ?? ""),
            readInlines(picture.Caption ?? "")
        ));
        return $"\n\n{string.Concat(figures.Select(held.Hold))}{content}\n\n";
    }

    /// <summary>Those that a gallery names by their numbers (https://wordpress.org/documentation/article/gallery-shortcode/).</summary>
    private List<AttachedPicture> Pictures(ShortcodeTag tag)
    {
        var found = new List<AttachedPicture>();
        if (tag.First("ids", "include", "images") is not { } written)
        {
            var left = Numbers(tag.First("exclude") ?? "");
            found.AddRange(Attachments.Own.Where(picture => !left.Contains(picture.Number)));
        }
        else
            foreach (var number in Numbers(written))
            {
                if (Attachments.Find(number) is { } picture)
                    found.Add(picture);
                else if (Attachments.ByNumber.Count > 0)
                    leftovers.Drop(
                        $"{tag.Name} {number}",
                        "A picture of a gallery that did not come with the text; export all content of the site, with its media."
                    );
            }

        if (found.Count > MostOfGallery)
            leftovers.Drop(tag.Raw, $"A gallery of {found.Count} pictures; its first {MostOfGallery} were kept.");
        return found[..Math.Min(found.Count, MostOfGallery)];
    }

    private static string[] Numbers(string written) =>
        [.. written.Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public string Embed(ShortcodeTag tag, string content)
    {
        var words = Held.Plain(content).Trim();
        var written = tag.First(
            "url",
            "src",
            "href",
            "",
            "mp4",
            "m4v",
            "webm",
            "ogv",
            "mp3",
            "m4a",
            "ogg",
            "wav",
            "flv",
            "link"
        );
        var address =
            Address(tag, words)
            ?? Address(tag, written)
            ?? tag.Values.Select(value => Address(tag, value)).FirstOrDefault(it => it is not null)
            ?? Address(tag, tag.First("id", "video", "video_id", "tweet"));
        if (address is null)
        {
            leftovers.Drop(tag.Raw, "A film, sound or post without an address that can be followed.");
            return content;
        }
        var card = held.Hold(EmbedCard.Of(address, tag.First("title", "caption")));
        return Address(tag, words) is null ? card + content : card + Others(content);
    }

    private static string? Address(ShortcodeTag tag, string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var text = written.Trim();
        if (IsAddress(text))
            return WebAddress.OfPage(text);
        if (!text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            return null;
        return tag.Name.ToLowerInvariant() switch
        {
            var name when name.Contains("youtube", StringComparison.Ordinal) && text.Length == 11 =>
                $"https://www.youtube.com/watch?v={text}",
            var name when name.Contains("vimeo", StringComparison.Ordinal) && text.All(char.IsAsciiDigit) =>
                $"https://vimeo.com/{text}",
            var name when name.Contains("dailymotion", StringComparison.Ordinal) =>
                $"https://www.dailymotion.com/video/{text}",
            _ => null,
        };
    }

    private IEnumerable<Block.Figure> Figures(string content) => Blocks(content).OfType<Block.Figure>();

    private IEnumerable<Block> Blocks(string content)
    {
        for (var at = 0; at < content.Length; at += Math.Max(1, Held.LengthAt(content, at)))
            if (content[at] is Held.BlockSign)
                yield return held.BlockAt(content, at);
    }

    private static string WithoutBlocks(string content)
    {
        var kept = new System.Text.StringBuilder();
        for (var at = 0; at < content.Length; )
        {
            var length = Math.Max(1, Held.LengthAt(content, at));
            if (content[at] is not Held.BlockSign)
                kept.Append(content, at, length);
            at += length;
        }
        return kept.ToString();
    }

    /// <summary>The blocks in it that are no pictures: a pull quote within a caption is not the caption's.</summary>
    private string Others(string content) =>
        string.Concat(Blocks(content).Where(block => block is not Block.Figure).Select(held.Hold));

    private static bool IsAddress(string text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("//", StringComparison.Ordinal);
}
