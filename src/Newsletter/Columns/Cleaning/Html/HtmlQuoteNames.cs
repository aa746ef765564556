using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The names that sites give to a pull quote.</summary>
internal static class HtmlQuoteNames
{
    private static readonly string[] PullWords = ["pullquote", "pull-quote", "pull_quote", "exergue", "quote-pull"];

    public static bool IsPull(IElement element) =>
        element.LocalName is "blockquote" or "aside" or "figure" or "div" or "p" or "section" or "span" or "q"
        && element.ClassName is { Length: > 0 } name
        && Array.Exists(PullWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        && element.TextContent.Length is > 0 and < 1500;
}
