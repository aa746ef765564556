using System.Xml.Linq;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>Reads an item of RSS and an entry of Atom; each may hold elements of the other.</summary>
internal static class FeedItem
{
    private const int MostCategories = 100;

    /// <param name="around">What the feed says for all its items.</param>
    public static SourceItem Read(XElement element, FeedAround around)
    {
        var item = new ItemElement(element);
        var based = Based(around.Base, element);
        var page = LinkOf(item, (based ?? around.Page)?.AbsoluteUri);
        var content = item.First("content:encoded", "xhtml:body", "atom:content", "content:item");
        var (picture, alt) = FeedPicture.Of(item, page);
        var authors = FeedPeople.Of(item);
        return new SourceItem(
            Short(item.Text("guid", "atom:id", "dc:identifier")) ?? AboutOf(element),
            page,
            TitleOf(item),
            HtmlOf(content),
            ExcerptOf(item),
            authors.Count > 0 ? authors : around.Authors,
            FeedDate.Read(
                item.Text("pubDate", "atom:published", "dc:date", "dcterms:issued", "dcterms:created")
                    ?? item.Text("atom:issued", "atom:created", "date", "pubdate", "published", "dcterms:date")
                    ?? item.Text("atom:updated", "atom:modified", "dcterms:modified")
            ),
            FeedDate.Read(item.Text("atom:updated", "atom:modified", "dcterms:modified", "lastBuildDate")),
            [.. CategoriesOf(item).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostCategories)],
            FeedLanguage.Of((string?)element.Attribute(XNamespace.Xml + "lang"))
                ?? FeedLanguage.Of(item.Text("dc:language", "language"))
                ?? around.Language,
            picture,
            alt
        )
        {
            Base = content is null ? based : Based(based, content),
            MediaUrl = MediaOf(item, page),
        };
    }

    /// <summary>xml:base, which may itself be relative to the one around it.</summary>
    public static Uri? Based(Uri? around, XElement element)
    {
        var written = (string?)element.Attribute(XNamespace.Xml + "base");
        if (written is null)
            return around;
        var isWhole = Uri.TryCreate(written, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https";
        return isWhole ? whole
            : around is not null && Uri.TryCreate(around, written, out var joined) ? joined
            : around;
    }

    private static string TitleOf(ItemElement item)
    {
        var title = item.First("title", "atom:title", "dc:title", "media:title", "itunes:title");
        if (title is null)
            return "";
        var isText = FeedNames.Of(title) is "atom" && ItemElement.Attribute(title, "type") is "text";
        return PlainTitle.Of(ItemElement.TextOf(title), isHtml: !isText);
    }

    private static string? MediaOf(ItemElement item, string? page) =>
        item.All(FeedNames.Own, "enclosure")
            .Select(element =>
                (Type: ItemElement.Attribute(element, "type"), Url: ItemElement.Attribute(element, "url"))
            )
            .Concat(
                item.All("atom", "link")
                    .Where(link => ItemElement.Attribute(link, "rel") is "enclosure")
                    .Select(link =>
                        (Type: ItemElement.Attribute(link, "type"), Url: ItemElement.Attribute(link, "href"))
                    )
            )
            .Where(media => media.Type?.Split('/')[0].ToLowerInvariant() is "audio" or "video")
            .Select(media => WebAddress.OfPage(media.Url, page))
            .FirstOrDefault(address => address is not null);

    private static string? LinkOf(ItemElement item, string? page)
    {
        foreach (var written in Links(item))
            if (WebAddress.OfPage(written, page) is { } address)
                return address;
        return null;
    }

    private static IEnumerable<string?> Links(ItemElement item)
    {
        yield return item.Text("feedburner:origLink");
        foreach (var link in item.All(FeedNames.Own, "link"))
            yield return link.Value.Trim() is { Length: > 0 } text ? text : ItemElement.Attribute(link, "href");
        var alternates = item.All("atom", "link")
            .Where(link => ItemElement.Attribute(link, "rel") is null or "alternate")
            .OrderByDescending(link => ItemElement.Attribute(link, "type") is null or "text/html");
        foreach (var link in alternates)
            yield return ItemElement.Attribute(link, "href");
        // RSS 2.0: a guid is a permanent link unless it says that it is none.
        foreach (var guid in item.All(FeedNames.Own, "guid"))
            if (ItemElement.Attribute(guid, "isPermaLink")?.ToLowerInvariant() is not "false")
                yield return Absolute(guid.Value);
        yield return Absolute(AboutOf(item.Element));
        yield return Absolute(item.Text("atom:id"));
    }

    private static string? Absolute(string? written) =>
        written?.Trim() is { } text && text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? text : null;

    private static string? AboutOf(XElement element) =>
        Short(element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "about")?.Value.Trim());

    private static string? Short(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;

    private static string? HtmlOf(XElement? content) =>
        content is not null && FeedNames.Of(content) is "atom" ? FeedHtml.OfAtom(content) : FeedHtml.OfRss(content);

    private static string? ExcerptOf(ItemElement item) =>
        FeedHtml.OfRss(item.First("description"))
        ?? FeedHtml.OfAtom(item.First("atom:summary", "summary"))
        ?? FeedHtml.OfRss(item.First("itunes:summary", "excerpt:encoded", "dcterms:abstract", "dc:description"))
        ?? FeedHtml.OfRss(
            item.Element.Descendants()
                .FirstOrDefault(child => child.Name.LocalName is "description" && FeedNames.Of(child) is "media")
        );

    private static IEnumerable<string> CategoriesOf(ItemElement item) =>
        item.Texts("category", "dc:subject", "dcterms:subject")
            .Concat(
                item.All("atom", "category")
                    .Select(category =>
                        ItemElement.Attribute(category, "label") ?? ItemElement.Attribute(category, "term") ?? ""
                    )
            )
            .Select(category => PlainTitle.Of(category))
            .Where(category => category.Length > 0);
}
