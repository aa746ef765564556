using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// Whether the text was typed with blank lines for paragraphs, as WordPress's classic editor stores it: then a single
/// line break is one too.
/// </summary>
internal static class BlankLines
{
    public static bool Mean(IElement root)
    {
        var blank = 0;
        foreach (var node in root.ChildNodes)
            switch (node)
            {
                case IText text when Parts(text.Data) > 0:
                    blank += Parts(text.Data);
                    break;
                case IElement { LocalName: "p" or "br" }:
                    blank -= 2;
                    break;
                default:
                    break;
            }
        return blank > 0 && root.TextContent.Length > 0 && HasWordsBeside(root);
    }

    /// <summary>Whether words stand in the root itself, in no paragraph.</summary>
    private static bool HasWordsBeside(IElement root) =>
        root.ChildNodes.Any(node => node is IText text && !string.IsNullOrWhiteSpace(text.Data));

    // Blank lines between words of one text; those between two elements are how programs lay HTML out.
    private static int Parts(string text)
    {
        var count = 0;
        var lines = text.Split('\n');
        for (var at = 1; at < lines.Length - 1; at++)
            if (string.IsNullOrWhiteSpace(lines[at]) && !string.IsNullOrWhiteSpace(text))
                count++;
        return count;
    }
}
