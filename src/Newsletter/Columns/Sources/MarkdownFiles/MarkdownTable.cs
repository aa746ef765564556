using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>A pipe table, with its alignments; pictures in cells are set before it.</summary>
internal static class MarkdownTable
{
    public static Block.Table Read(Table table, MarkdownParts parts, List<Block> lifted)
    {
        var header = new List<TableCell>();
        var rows = new List<IReadOnlyList<TableCell>>();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<Markdig.Extensions.Tables.TableCell>()
                .Select((cell, column) => Cell(cell, Alignment(table, column), parts, lifted))
                .ToList();
            if (row.IsHeader && header.Count == 0)
                header = cells;
            else
                rows.Add(cells);
        }
        return new Block.Table(header, rows, []);
    }

    private static TableCell Cell(
        Markdig.Extensions.Tables.TableCell cell,
        CellAlignment alignment,
        MarkdownParts parts,
        List<Block> lifted
    )
    {
        var words = new List<Inline>();
        foreach (var block in cell.OfType<LeafBlock>())
        {
            if (words.Count > 0)
                words.Add(new Inline.LineBreak());
            words.AddRange(MarkdownInlines.Read(block.Inline, parts, lifted));
        }
        return new TableCell(words, alignment);
    }

    private static CellAlignment Alignment(Table table, int column) =>
        column < table.ColumnDefinitions.Count
            ? table.ColumnDefinitions[column].Alignment switch
            {
                TableColumnAlign.Center => CellAlignment.Center,
                TableColumnAlign.Right => CellAlignment.End,
                _ => CellAlignment.Start,
            }
            : CellAlignment.Start;
}
