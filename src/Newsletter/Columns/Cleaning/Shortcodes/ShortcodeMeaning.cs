namespace Newsletter.Columns.Cleaning.Shortcodes;

/// <summary>
/// What a shortcode leaves in the text: its words, or the sign of a block or mark that is held. A block in the middle
/// of a paragraph does not cut it: whoever reads the paragraph sets the block after it.
/// </summary>
internal sealed class ShortcodeMeaning(
    Held held,
    Leftovers leftovers,
    Func<string, IReadOnlyList<Block>> readBlocks,
    Func<string, IReadOnlyList<Inline>> readInlines
)
{
    public const string ToldToLeaveOut = "The settings say that this shortcode is left out, with what stands in it.";

    private ShortcodeMedia media = new(held, leftovers, readInlines);

    public Attachments Attachments
    {
        init => media = new(held, leftovers, readInlines) { Attachments = value };
    }

    /// <summary>Makes words and signs of what stands in a shortcode of pictures, where it is HTML.</summary>
    public Func<string, string> Flatten { get; init; } = static content => content;

    /// <summary>Takes out of a listing what HTML put in.</summary>
    public Func<string, string> Verbatim { get; init; } = static content => content;

    /// <summary>A quotation that is opened and never closed takes the rest of its paragraph.</summary>
    public static bool TakesRestOfParagraph(ShortcodeTag tag) =>
        tag.Kind is ShortcodeKind.PullQuote or ShortcodeKind.Quotation;

    public string Of(ShortcodeTag tag, string content) =>
        tag.Kind switch
        {
            ShortcodeKind.PullQuote => PullQuote(tag, content),
            ShortcodeKind.Quotation => Quotation(tag, content),
            ShortcodeKind.Figure => media.Figure(tag, Flatten(content)),
            ShortcodeKind.Gallery => media.Gallery(tag, Flatten(content)),
            ShortcodeKind.Embed => media.Embed(tag, Flatten(content)),
            ShortcodeKind.Note => Note(content),
            ShortcodeKind.Button => Apart(Linked(tag, content)),
            ShortcodeKind.Link => Linked(tag, content),
            ShortcodeKind.Code => Code(tag, Held.Plain(Verbatim(content))),
            ShortcodeKind.Heading => Heading(tag, content),
            ShortcodeKind.Separator => Apart(held.Hold(new Block.Separator())) + content,
            ShortcodeKind.Box => Apart(content),
            ShortcodeKind.TitledBox => Heading(tag, "") + Apart(content),
            ShortcodeKind.Dress => content,
            ShortcodeKind.Strong => Marked(InlineMark.Strong, content),
            ShortcodeKind.Emphasis => Marked(InlineMark.Emphasis, content),
            ShortcodeKind.Drop => Drop(tag, content),
            _ => Unknown(tag, content),
        };

    public string OfUnclosed(ShortcodeTag tag, string rest)
    {
        if (!TakesRestOfParagraph(tag))
            return Of(tag, "") + rest;
        var start = rest.Length - rest.TrimStart().Length;
        var end = rest.IndexOf("\n\n", start, StringComparison.Ordinal) is var blank and >= 0 ? blank : rest.Length;
        leftovers.Drop(tag.Raw, "This shortcode is never closed; it was given the rest of its paragraph.");
        return Of(tag, rest[..end]) + rest[end..];
    }

    private string PullQuote(ShortcodeTag tag, string content)
    {
        if (Blank(content))
            return LeaveOut(tag, "A pull quote without words.", content);
        var blocks = readBlocks(content);
        var (words, others) = QuotedWords.Of(blocks);
        var (text, attribution) = QuotedWords.WithAttribution(words);
        if (text.Count == 0)
            return LeaveOut(tag, "A pull quote without words.", string.Concat(others.Select(held.Hold)));
        var quote = new Block.PullQuote(text, Author(tag) ?? attribution);
        return held.Hold(quote) + string.Concat(others.Select(held.Hold));
    }

    private string Quotation(ShortcodeTag tag, string content)
    {
        var blocks = readBlocks(content);
        return blocks.Count == 0
            ? LeaveOut(tag, "A quotation without words.", content)
            : held.Hold(QuotedWords.Quotation(blocks, Author(tag)));
    }

    private string Note(string content)
    {
        var blocks = readBlocks(content);
        if (blocks.Count == 0)
            return "";
        var label = $"{held.Notes.Count + 1}";
        held.Notes.Add(new Block.Note(label, blocks));
        return held.Hold(new Inline.NoteReference(label));
    }

    private string Code(ShortcodeTag tag, string content)
    {
        var code = content.Trim('\n', '\r').TrimEnd();
        if (Blank(code))
            return "";
        return code.Contains('\n', StringComparison.Ordinal)
            ? Apart(held.Hold(new Block.CodeListing(code, tag.First("language", "lang"))))
            : held.Hold(new Inline.Code(code.Trim()));
    }

    private string Linked(ShortcodeTag tag, string content)
    {
        var written =
            tag.First("url", "href", "link", "src", "lien", "")
            ?? (tag.Values.Count > 0 ? tag.Values[0] : null)
            ?? Held.Plain(content);
        var label = Blank(content) ? tag.First("text", "title", "label", "content") ?? "" : content.Trim();
        var address =
            WebAddress.Of(written)
            ?? (
                tag.Name.Equals("email", StringComparison.OrdinalIgnoreCase)
                    ? WebAddress.Of($"mailto:{written.Trim()}")
                    : null
            );
        if (address is null)
            return LeaveOut(tag, "A link without an address that can be followed; its words were kept.", label);
        return held.OpenLink(address) + (label.Length > 0 ? label : written) + InlineSigns.Close(InlineMark.Link);
    }

    private string Heading(ShortcodeTag tag, string content)
    {
        var words = Blank(content) ? tag.First("text", "title", "titre", "heading") ?? "" : content;
        var inlines = readInlines(words);
        if (inlines.Count == 0)
            return "";
        var level = (tag.First("level", "size", "tag") ?? tag.Name).LastOrDefault() is >= '2' and <= '6' and var digit
            ? digit - '0'
            : 2;
        return Apart(held.Hold(new Block.Heading(tag.Kind is ShortcodeKind.TitledBox ? 3 : level, inlines)));
    }

    private string Drop(ShortcodeTag tag, string content)
    {
        var words = Held.Plain(Flatten(content)).Trim();
        leftovers.Drop($"{tag.Raw} {words}", ToldToLeaveOut);
        return "";
    }

    private string Unknown(ShortcodeTag tag, string content) =>
        LeaveOut(tag, "An unknown shortcode; any words in it were kept.", content);

    private string LeaveOut(ShortcodeTag tag, string why, string content)
    {
        leftovers.Drop(tag.Raw, why);
        return content;
    }

    private static string Marked(InlineMark mark, string content) =>
        $"{InlineSigns.Open(mark)}{content}{InlineSigns.Close(mark)}";

    private static string? Author(ShortcodeTag tag) =>
        tag.First("author", "auteur", "cite", "by", "source", "name", "attribution", "footer");

    private static string Apart(string content) => $"\n\n{content.Trim('\n')}\n\n";

    private static bool Blank(string content) => string.IsNullOrWhiteSpace(content);
}
