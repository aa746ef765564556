using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>How much of an element is prose: what stands in paragraphs, and long lines that stand in none and are no link.</summary>
internal static class ProseMass
{
    // Labels, menus and teasers are shorter.
    private const int LongLine = 40;

    public static int Of(IElement element) =>
        element.LocalName is "p"
            ? element.TextContent.Length
            : element.QuerySelectorAll("p").Sum(p => p.TextContent.Length) + LinesIn(element);

    /// <summary>The share of the text that is link.</summary>
    public static double LinkShare(IElement element)
    {
        var whole = element.TextContent.Length;
        return whole == 0
            ? 0
            : Math.Min(1.0, element.QuerySelectorAll("a").Sum(link => link.TextContent.Length) / (double)whole);
    }

    private static int LinesIn(IElement element) =>
        element
            .Descendants<IText>()
            .Select(text => (text.ParentElement, text.Data.Trim().Length))
            .Where(line =>
                line.Length >= LongLine && line.ParentElement?.Closest("p, a, button, select, script") is null
            )
            .Sum(line => line.Length);
}
