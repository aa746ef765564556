using Newsletter.Columns;
using Newsletter.Rendering.Templating;
using Scriban.Runtime;

namespace Newsletter.Rendering.Html;

/// <summary>
/// A table of data as a template sees it: every row as long as the longest. One that a phone has no room for is
/// marked as stacked: each row is then shown as a list of its columns' names and its values.
/// </summary>
internal static class TableModel
{
    private const int WidthOfPhone = 272;
    private const int WidthOfLetter = 9;
    private const int WidthOfPadding = 12;
    private const int AlwaysFits = 3;
    private static readonly TableCell s_missing = new([]);

    public static Model Of(Block.Table table, InlineHtml inlines)
    {
        var columns = ColumnsOf(table);
        var rows = new ScriptArray();
        foreach (var row in table.Rows)
            rows.Add(Row(row, columns, inlines));
        return new Model(
            "table",
            ("kind", "table"),
            ("caption", table.Caption.Count == 0 ? null : inlines.Of(table.Caption)),
            ("header", table.Header.Count == 0 ? null : Row(table.Header, columns, inlines)),
            ("rows", rows),
            ("is_stacked", IsTooWideForPhone(table))
        );
    }

    public static int ColumnsOf(Block.Table table) => table.Rows.Append(table.Header).Max(row => row.Count);

    private static bool IsTooWideForPhone(Block.Table table)
    {
        var columns = ColumnsOf(table);
        if (columns <= AlwaysFits)
            return false;
        var letters = Enumerable.Range(0, columns).Sum(column => LongestWord(table, column));
        return (letters * WidthOfLetter) + (columns * WidthOfPadding) > WidthOfPhone;
    }

    private static int LongestWord(Block.Table table, int column) =>
        table
            .Rows.Append(table.Header)
            .Where(row => column < row.Count)
            .SelectMany(row => Inlines.PlainText(row[column].Content).Split(' '))
            .Max(word => (int?)word.Length)
        ?? 0;

    private static ScriptArray Row(IReadOnlyList<TableCell> cells, int columns, InlineHtml inlines)
    {
        var row = new ScriptArray();
        for (var column = 0; column < columns; column++)
        {
            var cell = column < cells.Count ? cells[column] : s_missing;
            row.Add(
                new Model(
                    "cell",
                    ("html", inlines.Of(cell.Content)),
                    ("is_empty", Inlines.IsBlank(cell.Content)),
                    ("align", AlignOf(cell.Alignment))
                )
            );
        }
        return row;
    }

    private static string AlignOf(CellAlignment alignment) =>
        alignment switch
        {
            CellAlignment.Center => "center",
            CellAlignment.End => "end",
            _ => "start",
        };
}
