using System.Globalization;
using Newsletter.Addresses;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>How an item of a feed or an export becomes a column, and by what it is known again.</summary>
internal static class ItemColumn
{
    private const int LongestTitle = 300;
    private const int LongestKey = 500;
    private const int FirstWords = 80;

    public static ColumnDraft Draft(SourceItem item, ShortcodeNames shortcodes)
    {
        var origin = new HtmlOrigin(item.Base ?? PageOf(item), item.Language, item.Title, shortcodes)
        {
            Attachments = item.Attachments,
        };
        var content = HtmlColumn.Read(item.Html ?? item.Excerpt ?? "", origin);
        var leftovers = new Leftovers();
        foreach (var dropped in content.Dropped)
            leftovers.Drop(dropped.Text, dropped.Why);
        foreach (var notice in content.Notices)
            leftovers.Notice(notice);
        var blocks = ItemPicture.WithPicture(item, content.Blocks, leftovers).ToList();
        if (item.MediaUrl is { } media && !blocks.Exists(block => block is Block.Embed embed && embed.Address == media))
            blocks.Add(EmbedCard.Of(media, item.Title.Length > 0 ? item.Title : null));
        var title = TitleOf(item, content.Blocks, leftovers);
        var language = item.Language ?? ProseLanguage.Of($"{title}\n{BlockText.Of(blocks)}");
        var isExcerpt = item.Html is null && !Excerpt.IsWhole(content.Blocks);
        if (isExcerpt && item.Link is { } link && !Excerpt.LeadsTo(content.Blocks, link))
        {
            blocks.Add(ReadOnLink.To(link, language));
            leftovers.Notice("The source has only an excerpt of it; a link to the page follows.");
        }
        return DraftEnding.Of(
            title,
            item.Html is null ? [] : Excerpt.Standfirst(item, content.Blocks, origin),
            item.Authors,
            blocks,
            language,
            item.PublishedAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null,
            item.Link,
            title,
            leftovers
        ) with
        {
            Categories = item.Categories,
            IsExcerpt = isExcerpt,
        };
    }

    /// <summary>By its id, else its page, else its title and date; two items of one source differ in it.</summary>
    public static string KeyOf(SourceItem item)
    {
        var key =
            !string.IsNullOrWhiteSpace(item.Id) ? item.Id.Trim()
            : item.Link is { } link ? link
            : string.Create(CultureInfo.InvariantCulture, $"{item.Title}\n{item.PublishedAt?.UtcDateTime:s}");
        if (key.Trim().Length == 0)
            key = item.Html ?? item.Excerpt ?? "";
        // Unique indexes end somewhere; what is longer is told apart by its hash.
        return key.Length <= LongestKey ? key : $"{OneLine.Shortened(key, 100)}{Digest.Of(key)}";
    }

    private static Uri? PageOf(SourceItem item) =>
        Uri.TryCreate(item.Link, UriKind.Absolute, out var page) ? page : null;

    private static string TitleOf(SourceItem item, IReadOnlyList<Block> blocks, Leftovers leftovers)
    {
        var title = item.Title.Trim();
        if (title.Length > LongestTitle)
        {
            leftovers.Drop(title, $"Its title has {title.Length} characters; it was cut after {LongestTitle}.");
            return AtWord(title, LongestTitle);
        }
        if (title.Length > 0)
            return title;
        var text = OneLine.Cleaned(BlockText.Of(blocks)).Trim();
        var words = text.Length > 0 ? AtWord(text, FirstWords) : item.Link ?? item.Id ?? "Untitled";
        leftovers.Notice(
            text.Length > 0
                ? $"The source gives it no title; its first words stand in for one: \"{words}\"."
                : $"The source gives it neither a title nor a text; \"{words}\" stands in for a title."
        );
        return words;
    }

    private static string AtWord(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = text.LastIndexOf(' ', longest - 2);
        return end > longest / 2 ? $"{text[..end].TrimEnd(',', ';', ':', ' ')}…" : OneLine.Shortened(text, longest);
    }
}
