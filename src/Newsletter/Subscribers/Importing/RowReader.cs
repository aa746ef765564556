using System.Diagnostics.CodeAnalysis;
using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>Makes a reader of a row's cells, or says why it cannot.</summary>
internal sealed class RowReader(Columns columns)
{
    public static bool IsEmpty(CsvRow row) => row.Fault is null && row.Cells.All(string.IsNullOrWhiteSpace);

    public bool TryRead(CsvRow row, [NotNullWhen(true)] out ImportRow? reader, [NotNullWhen(false)] out string? why)
    {
        reader = null;
        why = row.Fault ?? Excess(row.Cells);
        if (why is not null || !TryAddress(Cell(row.Cells, columns.Address), out var address, out var label, out why))
            return false;
        var (verdict, status) = VerdictOf(row.Cells);
        reader = new ImportRow(row.Line, address, NameOf(row.Cells) ?? label, verdict, status);
        return true;
    }

    /// <summary>A cell too many means that a separator or quotation mark is amiss: then no cell is where it seems.</summary>
    private string? Excess(string[] cells) =>
        cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell))
            ? $"it has {cells.Length} cells where the first line has {columns.Count}; a text that holds the separator needs quotation marks"
            : null;

    private static bool TryAddress(
        string cell,
        [NotNullWhen(true)] out EmailAddress? address,
        out string? label,
        [NotNullWhen(false)] out string? why
    )
    {
        label = null;
        // Address books write "Name <name@example.org>".
        if (cell.Contains('<', StringComparison.Ordinal) && Mailbox.TryParse(cell, out var mailbox))
        {
            (address, label) = (mailbox.Address, Subscriber.CleanName(mailbox.Name));
            why = null;
            return true;
        }

        return EmailAddress.TryParse(cell, out address, out why);
    }

    private string? NameOf(string[] cells) =>
        Subscriber.CleanName(Cell(cells, columns.Name))
        ?? Subscriber.CleanName($"{Cell(cells, columns.FirstName).Trim()} {Cell(cells, columns.LastName).Trim()}");

    /// <summary>
    /// What forbids mail wins over all else, and what is not understood over what permits it.
    /// </summary>
    private (Verdict Verdict, string? Status) VerdictOf(string[] cells)
    {
        var said = Said(cells).Where(said => said.Verdict is not Verdict.Unsaid).ToList();
        return said.Count == 0
            ? (Verdict.Unsaid, null)
            : said.MaxBy(one => one.Verdict is Verdict.Active ? Verdict.Unsaid : one.Verdict);
    }

    private IEnumerable<(Verdict Verdict, string Status)> Said(string[] cells)
    {
        var status = Cell(cells, columns.Status);
        yield return (StatusWords.Of(status), Shown(status));
        var consenting = Cell(cells, columns.Consenting);
        yield return (StatusWords.OfConsenting(consenting), Shown(consenting));
        foreach (var (cell, header, verdict) in columns.Marks)
            yield return (StatusWords.OfMark(Cell(cells, cell), verdict), Shown($"{header} {Cell(cells, cell)}"));
    }

    private static string Cell(string[] cells, int index) => index >= 0 && index < cells.Length ? cells[index] : "";

    private static string Shown(string status) => OneLine.Shortened(Subscriber.CleanName(status) ?? "", 60);
}
