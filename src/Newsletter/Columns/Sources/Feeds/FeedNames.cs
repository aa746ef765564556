using System.Xml.Linq;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>
/// The vocabularies of feeds. Publishers misspell a namespace's address more often than its prefix, so that an unknown
/// address is judged by the prefix.
/// </summary>
internal static class FeedNames
{
    public const string Own = "";

    private static readonly (string Part, string Prefix)[] Known =
    [
        ("purl.org/rss/1.0/modules/content", "content"),
        ("purl.org/dc/elements", "dc"),
        ("purl.org/dc/terms", "dcterms"),
        ("search.yahoo.com/mrss", "media"),
        ("www.itunes.com/dtds/podcast", "itunes"),
        ("rssnamespace.org/feedburner", "feedburner"),
        ("wordpress.org/export/", "wp"),
        ("www.w3.org/2005/atom", "atom"),
        ("purl.org/atom/", "atom"),
        ("www.w3.org/1999/xhtml", "xhtml"),
        ("purl.org/rss/1.0/", Own),
        ("my.netscape.com/", Own),
        ("channel.netscape.com/", Own),
        ("backend.userland.com/", Own),
        ("blogs.law.harvard.edu/", Own),
        ("cyber.law.harvard.edu/", Own),
    ];

    /// <summary>The vocabulary of an element: empty for RSS's own, whatever its version.</summary>
    public static string Of(XElement element) =>
        element.Name.NamespaceName is { Length: > 0 } address
            ? OfAddress(address) ?? element.GetPrefixOfNamespace(element.Name.Namespace) ?? address
            : Own;

    /// <summary>Null where nobody knows the address.</summary>
    public static string? OfAddress(string address)
    {
        if (address.Length == 0)
            return Own;
        if (address.Contains("wordpress.org/export/", StringComparison.OrdinalIgnoreCase))
            return address.Contains("/excerpt", StringComparison.OrdinalIgnoreCase) ? "excerpt" : "wp";
        foreach (var (part, prefix) in Known)
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase))
                return prefix;
        return null;
    }

    /// <summary>An item of a feed, in whatever version of RSS or Atom.</summary>
    public static bool IsItem(string localName, string address, string root) =>
        localName is "item" or "entry"
        && (OfAddress(address) is Own or "atom" || string.Equals(address, root, StringComparison.Ordinal));
}
