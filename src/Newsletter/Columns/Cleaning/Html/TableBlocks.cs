using System.Globalization;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Tables of data; those that only lay a page out are what stands in their cells.</summary>
internal sealed class TableBlocks(BlockWalk walk)
{
    private const int MostColumns = 40;

    // Longer cells are prose in columns, which no table of an email can show.
    private const int LongestCell = 600;

    public IReadOnlyList<Block> Of(IElement table)
    {
        var rows = Rows(table).ToList();
        if (IsLayout(table, rows))
            return [.. rows.SelectMany(row => row.Children).Where(cell => !IsLineNumbers(cell)).SelectMany(walk.Read)];
        var others = new List<Block>();
        var read = new List<(bool Heads, List<TableCell> Cells)>();
        var spans = new RowSpans(MostColumns);
        foreach (var row in rows)
        {
            spans.Enter(row);
            var cells = Cells(row, spans, others);
            if (cells.Exists(cell => cell.Content.Count > 0))
                read.Add((IsHead(row), cells));
        }
        var caption = Caption(table);
        if (read.Count == 0)
            return [.. others];
        var header = read[0].Heads && read.Count > 1 ? read[0].Cells : [];
        var body = read.Skip(header.Count > 0 ? 1 : 0).Select(row => (IReadOnlyList<TableCell>)row.Cells).ToList();
        return [new Block.Table(header, body, caption), .. others];
    }

    private static IEnumerable<IElement> Rows(IElement table) =>
        table
            .Children.SelectMany(part =>
                part.LocalName is "tr" ? [part]
                : part.LocalName is "thead" or "tbody" or "tfoot" ? part.Children.Where(row => row.LocalName is "tr")
                : Enumerable.Empty<IElement>()
            )
            .OrderBy(row => row.ParentElement!.LocalName is "tfoot");

    private static bool IsLayout(IElement table, List<IElement> rows) =>
        table.GetAttribute("role") is "presentation" or "none"
        || rows.TrueForAll(row => row.ChildElementCount <= 1)
        || table.QuerySelector("table, pre, h1, h2, h3, blockquote, iframe") is not null
        || rows.Exists(row => row.Children.Any(cell => cell.TextContent.Length > LongestCell));

    /// <summary>A cell that spans others stands in the first of them; the rest are empty, so that columns stay below their heads.</summary>
    private List<TableCell> Cells(IElement row, RowSpans spans, List<Block> others)
    {
        var cells = new List<TableCell>();
        foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th").Take(MostColumns))
        {
            while (spans.Reach(cells.Count))
                cells.Add(new TableCell([]));
            if (cells.Count >= MostColumns)
                break;
            var (words, rest) = Words(cell);
            others.AddRange(rest);
            var first = cells.Count;
            cells.Add(new TableCell(InlineTidy.Of(words), Alignment(cell)));
            for (var more = Span(cell) - 1; more > 0 && cells.Count < MostColumns; more--)
                cells.Add(new TableCell([]));
            spans.Begin(cell, first, cells.Count);
        }
        while (cells.Count < spans.End)
        {
            spans.Reach(cells.Count);
            cells.Add(new TableCell([]));
        }
        return cells;
    }

    /// <summary>The words of a cell, a list's items among them as lines.</summary>
    private (IReadOnlyList<Inline> Words, IReadOnlyList<Block> Others) Words(IElement cell)
    {
        var blocks = walk.Read(cell)
            .SelectMany(block =>
                block is Block.BulletedOrNumbered list ? list.Items.SelectMany(item => item.Content) : [block]
            );
        return QuotedWords.Of([.. blocks]);
    }

    private IReadOnlyList<Inline> Caption(IElement table)
    {
        var caption =
            table.Children.FirstOrDefault(child => child.LocalName is "caption")
            ?? (
                table.ParentElement is { LocalName: "figure" } figure
                    ? figure.Children.FirstOrDefault(child => child.LocalName is "figcaption")
                    : null
            );
        return caption is null ? [] : InlineTidy.Of(walk.Words(caption).Words);
    }

    private static bool IsHead(IElement row) =>
        row.ParentElement!.LocalName is "thead"
        || (row.ChildElementCount > 0 && row.Children.All(cell => cell.LocalName is "th"));

    private static bool IsLineNumbers(IElement cell) =>
        cell.ClassList.Contains("gutter")
        || cell.ClassList.Contains("line-numbers")
        || cell.ClassList.Contains("crayon-nums");

    private static int Span(IElement cell) =>
        int.TryParse(cell.GetAttribute("colspan"), CultureInfo.InvariantCulture, out var span) ? span : 1;

    private static CellAlignment Alignment(IElement cell)
    {
        if (cell.GetAttribute("align") is "right" || cell.ClassList.Contains("has-text-align-right"))
            return CellAlignment.End;
        return cell.GetAttribute("align") is "center" || cell.ClassList.Contains("has-text-align-center")
            ? CellAlignment.Center
            : CellAlignment.Start;
    }
}
