using System.Globalization;
using AngleSharp.Dom;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Which columns of a table's row are taken by cells of the rows above it.</summary>
internal sealed class RowSpans(int mostColumns)
{
    // For how many rows more, by column.
    private readonly int[] more = new int[mostColumns];
    private readonly bool[] beginsHere = new bool[mostColumns];
    private IElement? section;

    /// <summary>Behind the last column that a cell from above takes in this row.</summary>
    public int End
    {
        get
        {
            var end = more.Length;
            while (end > 0 && (more[end - 1] == 0 || beginsHere[end - 1]))
                end--;
            return end;
        }
    }

    /// <summary>A cell spans no rows beyond its own part of the table: its head, its body.</summary>
    public void Enter(IElement row)
    {
        if (row.ParentElement != section)
            Array.Clear(more);
        section = row.ParentElement;
        Array.Clear(beginsHere);
    }

    /// <summary>Whether the column is taken in this row; if so, it was counted.</summary>
    public bool Reach(int column)
    {
        if (column >= more.Length || more[column] == 0 || beginsHere[column])
            return false;
        more[column]--;
        return true;
    }

    public void Begin(IElement cell, int first, int end)
    {
        var rows = Rows(cell);
        for (var column = first; column < end; column++)
            (more[column], beginsHere[column]) = (rows - 1, true);
    }

    // HTML: 0 is all that follow in its part of the table.
    private static int Rows(IElement cell) =>
        int.TryParse(cell.GetAttribute("rowspan"), CultureInfo.InvariantCulture, out var rows)
            ? rows switch
            {
                0 => int.MaxValue,
                < 0 => 1,
                _ => rows,
            }
            : 1;
}
