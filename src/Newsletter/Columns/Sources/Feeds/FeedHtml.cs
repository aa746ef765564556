using System.Net;
using System.Text;
using System.Xml.Linq;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>What an element of a feed says, as HTML, however it was wrapped.</summary>
internal static class FeedHtml
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    };

    /// <summary>RSS: escaped HTML, in CDATA or not; or the elements themselves, which some leave unescaped. Null where empty.</summary>
    public static string? OfRss(XElement? element) =>
        element is null ? null : Filled(element.HasElements ? Inner(element) : element.Value);

    /// <summary>Atom 1.0 (RFC 4287 section 4.1.3) and 0.3, by its type and mode. Null where empty, or elsewhere.</summary>
    public static string? OfAtom(XElement? element)
    {
        if (element is null || (ItemElement.Attribute(element, "src") is not null && element.Value.Trim().Length == 0))
            return null;
        var type = ItemElement.Attribute(element, "type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "text";
        var mode = ItemElement.Attribute(element, "mode")?.ToLowerInvariant();
        if (element.HasElements)
            return Filled(Inner(element));
        var text = mode is "base64" ? Decoded(element.Value) : element.Value;
        return type switch
        {
            "html" or "xhtml" or "text/html" or "application/xhtml+xml" => Filled(text),
            // Some leave the type out and write HTML all the same.
            "text" or "text/plain" when text.Contains("</", StringComparison.Ordinal) => Filled(text),
            "text" or "text/plain" => OfText(text),
            _ when type.StartsWith("text/", StringComparison.Ordinal) || mode is "escaped" => Filled(text),
            _ => null,
        };
    }

    /// <summary>Plain text as paragraphs. Null where empty.</summary>
    public static string? OfText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(
            paragraphs
                .Select(paragraph => paragraph.Trim())
                .Where(paragraph => paragraph.Length > 0)
                .Select(paragraph =>
                    $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"
                )
        );
    }

    private static string? Filled(string text) =>
        string.IsNullOrWhiteSpace(text) ? null : DoubleEncoding.Repair(text).Trim();

    /// <summary>XHTML as HTML: no prefixes, and an empty element has its end. Walked in a row, however deep it nests.</summary>
    private static string Inner(XElement element)
    {
        var html = new StringBuilder();
        var node = element.FirstNode;
        while (node is not null)
        {
            Begin(node, html);
            if (node is XElement { FirstNode: { } first })
            {
                node = first;
                continue;
            }
            End(node, html);
            while (node is not null && node.NextNode is null)
            {
                node = node.Parent == element ? null : node.Parent;
                if (node is not null)
                    End(node, html);
            }
            node = node?.NextNode;
        }
        return html.ToString();
    }

    private static void Begin(XNode node, StringBuilder html)
    {
        if (node is XText text)
            html.Append(WebUtility.HtmlEncode(text.Value));
        if (node is not XElement element)
            return;
        html.Append('<').Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes())
            if (attribute.Name.Namespace == XNamespace.None && !attribute.IsNamespaceDeclaration)
                html.Append(' ')
                    .Append(attribute.Name.LocalName)
                    .Append("=\"")
                    .Append(WebUtility.HtmlEncode(attribute.Value))
                    .Append('"');
        html.Append('>');
    }

    private static void End(XNode node, StringBuilder html)
    {
        if (node is XElement element && !Void.Contains(element.Name.LocalName))
            html.Append("</").Append(element.Name.LocalName).Append('>');
    }

    private static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : "";
    }
}
