using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>What a row's status, marks and file say of its reader.</summary>
internal sealed class VerdictReader(Columns columns, DateTimeOffset now)
{
    private readonly int status = columns.FirstOf(ColumnMeaning.Status);
    private readonly int consenting = columns.FirstOf(ColumnMeaning.Consenting);
    private readonly int since = columns.FirstOf(ColumnMeaning.Since);
    private readonly ColumnUse[] marks = [.. columns.All.Where(column => column.Meaning is ColumnMeaning.Mark)];

    /// <summary>The words are null where there were none, and so is the date.</summary>
    public (Verdict Verdict, string? Status, DateTimeOffset? Since) Of(string[] cells)
    {
        (Verdict Verdict, string Status, DateTimeOffset? Since)? strongest = null;
        foreach (var said in Said(cells))
        {
            if (
                said.Verdict is not Verdict.Unsaid
                && (strongest is null || StatusWords.Weight(said.Verdict) > StatusWords.Weight(strongest.Value.Verdict))
            )
                strongest = said;
        }

        if (strongest is not var (verdict, words, date))
            return (Verdict.Unsaid, null, null);
        return (verdict, words, date ?? DateOf(cells, verdict));
    }

    private IEnumerable<(Verdict Verdict, string Status, DateTimeOffset? Since)> Said(string[] cells)
    {
        if (columns.SaidByFile is { } file)
            yield return (file.Verdict, file.Word, null);
        var cell = RowReader.Cell(cells, status);
        if (cell.Length > 0)
            yield return (StatusWords.Of(cell, columns.System), Shown(cell), null);
        cell = RowReader.Cell(cells, consenting);
        if (cell.Length > 0)
            yield return (StatusWords.OfConsenting(cell), Shown(cell), null);
        foreach (var mark in marks)
        {
            cell = RowReader.Cell(cells, mark.Index);
            if (cell.Length > 0)
                yield return (
                    StatusWords.OfMark(cell, mark.Mark, mark.IsInverted),
                    Shown($"{mark.Header} {cell}"),
                    CellDate.OrNull(cell, now)
                );
        }
    }

    /// <summary>The date beside a word that has none: that of the status, or that of a mark which says the same.</summary>
    private DateTimeOffset? DateOf(string[] cells, Verdict verdict)
    {
        if (since >= 0)
            return CellDate.OrNull(RowReader.Cell(cells, since), now);
        foreach (var mark in marks)
        {
            if (mark.Mark == verdict && CellDate.OrNull(RowReader.Cell(cells, mark.Index), now) is { } date)
                return date;
        }

        return null;
    }

    private static string Shown(string status) => OneLine.Shortened(Subscriber.CleanName(status) ?? "", 60);
}
