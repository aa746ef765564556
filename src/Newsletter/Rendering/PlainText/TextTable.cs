using System.Text;
using Newsletter.Columns;

namespace Newsletter.Rendering.PlainText;

/// <summary>A table in columns of blanks where it fits on the line; else row by row, each value with its column's name.</summary>
internal static class TextTable
{
    private const string Gutter = "  ";

    public static void Write(Block.Table table, TextPage page, LinkNotes links, Words words)
    {
        if (table.Caption.Count > 0)
            page.Text($"[{words["table"]}{words["colon"]} {links.Text(table.Caption).Replace('\n', ' ')}]");
        var header = Texts(table.Header, links);
        var rows = table.Rows.Select(row => Texts(row, links)).ToList();
        var widths = Widths(rows.Prepend(header));
        if (widths.Sum() + (Gutter.Length * (widths.Count - 1)) <= TextPage.Width - 20)
            Aligned(header, rows, widths, table, page);
        else
            Stacked(header, rows, page, words);
    }

    private static List<string> Texts(IReadOnlyList<TableCell> cells, LinkNotes links) =>
        [.. cells.Select(cell => links.Text(cell.Content).Replace('\n', ' ').Trim())];

    private static List<int> Widths(IEnumerable<List<string>> rows)
    {
        var widths = new List<int>();
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                if (column == widths.Count)
                    widths.Add(0);
                widths[column] = Math.Max(widths[column], DisplayWidth.Of(row[column]));
            }
        }
        return widths;
    }

    private static void Aligned(
        List<string> header,
        List<List<string>> rows,
        List<int> widths,
        Block.Table table,
        TextPage page
    )
    {
        var lines = rows.Select((row, place) => Row(row, widths, table.Rows[place])).ToList();
        if (header.Count > 0)
        {
            var rule = string.Join(Gutter, widths.Select(width => new string('-', Math.Max(width, 1))));
            lines.InsertRange(0, [Row(header, widths, table.Header), rule]);
        }
        page.Listing(lines);
    }

    private static string Row(List<string> cells, List<int> widths, IReadOnlyList<TableCell> source)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Count; column++)
        {
            var blanks = new string(' ', widths[column] - DisplayWidth.Of(cells[column]));
            var isEnd = source[column].Alignment is CellAlignment.End;
            line.Append(column > 0 ? Gutter : "")
                .Append(isEnd ? blanks : "")
                .Append(cells[column])
                .Append(isEnd ? "" : blanks);
        }
        return line.ToString().TrimEnd();
    }

    private static bool IsEmpty(List<string> row, int column) => column >= row.Count || row[column].Length == 0;

    /// <summary>Each value under the name of its column; a name without any value stands above.</summary>
    private static void Stacked(List<string> header, List<List<string>> rows, TextPage page, Words words)
    {
        var unsaid = header.Where((name, column) => name.Length > 0 && rows.TrueForAll(row => IsEmpty(row, column)));
        page.Text(string.Join(" · ", unsaid));
        foreach (var row in rows)
        {
            page.Gap();
            for (var column = 0; column < row.Count; column++)
            {
                if (row[column].Length == 0)
                    continue;
                var name =
                    column < header.Count && header[column].Length > 0 ? $"{header[column]}{words["colon"]} " : "";
                page.Within(column == 0 ? "" : "  ", "    ", () => page.Follow(name + row[column]));
            }
        }
    }
}
