using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// HTML as a tree that holds nothing dangerous: no script, no handler, no style, no address but of the web, whatever
/// the readers after it look at.
/// </summary>
internal static class HtmlTree
{
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>A piece of HTML, as the body of a page; nothing of it is taken for the page's head.</summary>
    public static IHtmlDocument ParsePiece(string html) => Parse($"<!doctype html><body>{html}");

    public static void Sanitize(IHtmlDocument document, Leftovers leftovers)
    {
        if (document.Body is not { } body)
            return;
        foreach (var dressed in body.QuerySelectorAll("span[style], b[style], strong[style]"))
            ReadStyle(dressed);
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = HtmlAllowed.Tags,
                AllowedAttributes = HtmlAllowed.Attributes,
                AllowedSchemes = HtmlAllowed.Schemes,
                UriAttributes = HtmlAllowed.AddressAttributes,
                AllowedCssProperties = HtmlAllowed.None,
            }
        )
        {
            KeepChildNodes = true,
        };
        sanitizer.RemovingAttribute += (_, removing) =>
        {
            if (removing.Reason is RemoveReason.NotAllowedUrlValue && WebAddress.IsDangerous(removing.Attribute.Value))
                leftovers.Drop(
                    removing.Attribute.Value,
                    "An address that runs a program or holds a file is no link; its words were kept."
                );
        };
        sanitizer.SanitizeDom(document, body);
    }

    /// <summary>Word processors say "bold" by a style, which goes with all other styles.</summary>
    private static void ReadStyle(IElement element)
    {
        var style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (element.LocalName is not "span" && style.Contains("font-weight:normal", StringComparison.Ordinal))
            element.ClassList.Add(HtmlAllowed.PlainClass);
        if (element.LocalName is not "span")
            return;
        if (
            style.Contains("font-weight:bold", StringComparison.Ordinal)
            || style.Contains("font-weight:7", StringComparison.Ordinal)
        )
            element.ClassList.Add(HtmlAllowed.StrongClass);
        if (style.Contains("font-style:italic", StringComparison.Ordinal))
            element.ClassList.Add(HtmlAllowed.EmphasisClass);
    }
}
