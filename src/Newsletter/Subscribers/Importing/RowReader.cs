using System.Diagnostics.CodeAnalysis;
using Newsletter.Addresses;

namespace Newsletter.Subscribers.Importing;

/// <summary>Makes a reader of a row's cells, or says why it cannot.</summary>
internal sealed class RowReader(Columns columns, DateTimeOffset now)
{
    private readonly int address = columns.FirstOf(ColumnMeaning.Address);
    private readonly int name = columns.FirstOf(ColumnMeaning.Name);
    private readonly int firstName = columns.FirstOf(ColumnMeaning.FirstName);
    private readonly int lastName = columns.FirstOf(ColumnMeaning.LastName);
    private readonly int language = columns.FirstOf(ColumnMeaning.Language);
    private readonly int[] joined = columns.Of(ColumnMeaning.Joined);
    private readonly int[] networks = columns.Of(ColumnMeaning.Network);
    private readonly VerdictReader verdicts = new(columns, now);
    private readonly ExtraReader extras = new(columns);
    private readonly OwnReader? own = columns.System is SourceSystem.Newsletter ? new OwnReader(columns, now) : null;

    public static bool IsEmpty(CsvRow row) => row.Fault is null && row.Cells.All(string.IsNullOrWhiteSpace);

    public bool TryRead(CsvRow row, [NotNullWhen(true)] out ImportRow? reader, [NotNullWhen(false)] out string? why)
    {
        reader = null;
        why = row.Fault ?? Excess(row.Cells);
        if (why is not null)
            return false;
        var cells = Array.ConvertAll(row.Cells, FormulaCell.Unescaped);
        if (!TryAddress(Cell(cells, address), out var to, out var label, out why))
            return false;
        var (verdict, status, since) = verdicts.Of(cells);
        var joinedAt = FirstDate(cells, joined);
        reader = new ImportRow(row.Line, to, NameOf(cells) ?? label, verdict, status)
        {
            Language = LanguageOf(Cell(cells, language)),
            JoinedAt = joinedAt,
            UnreadDate = joinedAt is null ? Unread(cells) : null,
            Since = since,
            Network = networks
                .Select(place => CellNetwork.OrNull(Cell(cells, place)))
                .FirstOrDefault(one => one is not null),
            Fields = extras.Fields(cells),
            Tags = extras.Tags(cells),
            Own = own?.Of(cells),
        };
        return true;
    }

    internal static string Cell(string[] cells, int index) => index >= 0 && index < cells.Length ? cells[index] : "";

    /// <summary>A cell too many means that a separator or quotation mark is amiss: then no cell is where it seems.</summary>
    private string? Excess(string[] cells) =>
        cells.Skip(columns.All.Count).Any(cell => !string.IsNullOrWhiteSpace(cell))
            ? $"it has {cells.Length} cells where the first line has {columns.All.Count}; a text that holds the separator needs quotation marks"
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
            address = mailbox.Address;
            // A mailbox without a name is named by its address.
            label = mailbox.Name == address.Value ? null : Subscriber.CleanName(mailbox.Name);
            why = null;
            return true;
        }

        return EmailAddress.TryParse(cell, out address, out why);
    }

    private string? NameOf(string[] cells) =>
        Subscriber.CleanName(Cell(cells, name))
        ?? Subscriber.CleanName($"{Cell(cells, firstName).Trim()} {Cell(cells, lastName).Trim()}");

    /// <summary>"fr", "fr-FR" and "FR_ca" are one; a language by its name is none that we know.</summary>
    private static string? LanguageOf(string cell)
    {
        var code = cell.Trim().ToLowerInvariant();
        return
            code.Length >= 2
            && char.IsAsciiLetter(code[0])
            && char.IsAsciiLetter(code[1])
            && (code.Length == 2 || code[2] is '-' or '_')
            ? code[..2]
            : null;
    }

    private DateTimeOffset? FirstDate(string[] cells, int[] places)
    {
        foreach (var place in places)
        {
            if (CellDate.OrNull(Cell(cells, place), now) is { } date)
                return date;
        }

        return null;
    }

    private string? Unread(string[] cells)
    {
        var said = joined.Select(place => Cell(cells, place)).FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell));
        return said is null ? null : OneLine.Shortened(OneLine.Cleaned(said), 40);
    }
}
