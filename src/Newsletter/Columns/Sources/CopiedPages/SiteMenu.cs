using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>The menu above a page's title, with the site's name: short lines of which several are entries of a menu.</summary>
internal static class SiteMenu
{
    private const int MostLines = 40;
    private const int LongestEntry = 60;
    private const int FewestEntries = 2;

    public static void Take(List<PageLine> lines, Leftovers leftovers)
    {
        var last = -1;
        var entries = 0;
        for (var at = 0; at < lines.Count && at < MostLines && IsShort(lines[at]); at++)
            if (PageFurniture.IsMenuEntry(lines[at].Plain))
                (last, entries) = (at, entries + 1);
        if (entries < FewestEntries)
            return;
        // The rest of the menu's own group goes with it, unless no blank line says where that ends.
        var end = last + 1;
        while (end < lines.Count && !lines[end].AfterBlank && IsShort(lines[end]))
            end++;
        if (end >= lines.Count || !lines[end].AfterBlank)
            end = last + 1;
        if (end >= lines.Count)
            return;
        foreach (var line in lines.Take(end))
            leftovers.Drop(line.Plain, "The site's name and menu, above the column's title.");
        lines.RemoveRange(0, end);
    }

    private static bool IsShort(PageLine line) =>
        line is { IsBlockOnly: false, EndsSentence: false } && line.Plain.Length is > 0 and <= LongestEntry;
}
