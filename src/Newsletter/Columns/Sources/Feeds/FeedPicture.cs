using System.Globalization;
using System.Xml.Linq;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The picture that a feed shows beside an item: the widest of Media RSS, an enclosure, a podcast's cover.</summary>
internal static class FeedPicture
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    public static (string? Address, string? Alt) Of(ItemElement item, string? page)
    {
        var media = item
            .Element.Descendants()
            .Where(element => FeedNames.Of(element) is "media")
            .Where(element =>
                element.Name.LocalName is "thumbnail" || (element.Name.LocalName is "content" && IsPicture(element))
            )
            .OrderByDescending(Width)
            .ToList();
        foreach (var element in media)
            if (WebAddress.OfPage(ItemElement.Attribute(element, "url"), page) is { } address)
                return (address, AltOf(element));
        var enclosures = item.All(FeedNames.Own, "enclosure")
            .Select(enclosure => (Enclosure: enclosure, Url: ItemElement.Attribute(enclosure, "url")))
            .Concat(
                item.All("atom", "link")
                    .Where(link => ItemElement.Attribute(link, "rel") is "enclosure")
                    .Select(link => (Enclosure: link, Url: ItemElement.Attribute(link, "href")))
            );
        foreach (var (enclosure, url) in enclosures)
            if (IsPicture(enclosure) && WebAddress.OfPage(url, page) is { } address)
                return (address, null);
        return (Cover(item, page), null);
    }

    private static string? Cover(ItemElement item, string? page) =>
        item.All("itunes", "image")
            .Concat(item.All(FeedNames.Own, "image"))
            .Select(image =>
                ItemElement.Attribute(image, "href")
                ?? image.Elements().FirstOrDefault(child => child.Name.LocalName is "url")?.Value
                ?? (image.HasElements ? null : image.Value)
            )
            .Select(url => WebAddress.OfPage(url, page))
            .FirstOrDefault(address => address is not null);

    private static bool IsPicture(XElement element)
    {
        var type = ItemElement.Attribute(element, "type")?.ToLowerInvariant();
        var medium = ItemElement.Attribute(element, "medium")?.ToLowerInvariant();
        if (medium is not null || type?.Contains('/', StringComparison.Ordinal) is true)
            return medium is "image" || type?.StartsWith("image/", StringComparison.Ordinal) is true;
        var url = ItemElement.Attribute(element, "url") ?? ItemElement.Attribute(element, "href");
        // Media RSS of newspapers says neither type nor medium, but how wide it is.
        return url is not null
            && (
                Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out _)
                    && Array.Exists(Endings, e => url.Split('?')[0].EndsWith(e, StringComparison.OrdinalIgnoreCase))
                || (Width(element) > 0 && ItemElement.Attribute(element, "duration") is null)
            );
    }

    private static int Width(XElement element) =>
        int.TryParse(
            ItemElement.Attribute(element, "width"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var width
        )
            ? width
            : 0;

    private static string? AltOf(XElement element) =>
        element
            .Elements()
            .Where(child => child.Name.LocalName is "description" or "title" or "text")
            .Select(child => PlainTitle.Of(ItemElement.TextOf(child)))
            .FirstOrDefault(text => text.Length > 0);
}
