using System.Buffers;
using System.Globalization;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Subscribers.Exporting;

/// <summary>
/// Readers as lines of a CSV text (RFC 4180, with line feeds) whose names of columns <see cref="OwnColumns"/> knows
/// again. No cell is run as a formula by a spreadsheet; see <see cref="FormulaCell"/>.
/// </summary>
internal sealed class ExportCsv(IReadOnlyList<string> fields)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t|");

    private static readonly (string Name, Func<ExportedReader, string?> Cell)[] Columns =
    [
        ("email", reader => reader.Email),
        ("name", reader => reader.Name),
        ("language", reader => reader.Language),
        ("status", reader => reader.Status),
        ("state", reader => reader.State),
        ("since", reader => Instant(reader.Since)),
        ("joined_at", reader => Instant(reader.JoinedAt)),
        ("rhythm", reader => reader.Rhythm),
        ("paused_until", reader => Instant(reader.PausedUntil)),
        ("consent_at", reader => Instant(reader.Consent?.At)),
        ("consent_how", reader => reader.Consent?.How),
        ("consent_sentence", reader => reader.Consent?.Sentence),
        ("consent_page", reader => reader.Consent?.Page),
        ("consent_form", reader => reader.Consent?.Form),
        ("consent_network", reader => reader.Consent?.Network),
        ("suppressed_because", reader => reader.Suppression?.Reason),
        ("suppressed_by", reader => reader.Suppression?.Source.ToString().ToLowerInvariant()),
        ("tags", reader => Tags(reader.Tags)),
    ];

    public string Header { get; } =
        Line([.. Columns.Select(column => column.Name), .. fields.Select(field => OwnColumns.FieldPrefix + field)]);

    public string LineOf(ExportedReader reader) =>
        Line([
            .. Columns.Select(column => column.Cell(reader) ?? ""),
            .. fields.Select(field => reader.Fields.GetValueOrDefault(field, "")),
        ]);

    /// <summary>Cells as one line, without its end.</summary>
    internal static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string cell)
    {
        var safe = FormulaCell.Escaped(cell);
        var asIs =
            safe.AsSpan().IndexOfAny(Quoted) < 0
            && (safe.Length == 0 || !(char.IsWhiteSpace(safe[0]) || char.IsWhiteSpace(safe[^1])));
        return asIs ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static readonly SearchValues<char> Dividing = SearchValues.Create(",;\"'[\\");

    /// <summary>A JSON list where a comma or the like stands in a tag, so that each comes back whole.</summary>
    private static string Tags(IReadOnlyList<string> tags) =>
        tags.Any(tag => tag.AsSpan().IndexOfAny(Dividing) >= 0)
            ? $"[{string.Join(',', tags.Select(tag => $"\"{tag.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}]"
            : string.Join(',', tags);

    private static string? Instant(DateTimeOffset? instant) =>
        instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
