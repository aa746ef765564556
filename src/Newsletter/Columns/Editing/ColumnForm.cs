namespace Newsletter.Columns.Editing;

/// <summary>A column as a person edits it: each field as typed.</summary>
/// <param name="Standfirst">Markdown, on one line.</param>
/// <param name="Authors">One a line; a role follows after a bar: "Ada Lovelace | mathematician".</param>
/// <param name="Language">ISO 639-1; empty to be recognised.</param>
/// <param name="Date">Such as 2026-01-31; empty for none.</param>
/// <param name="Address">The column's own page; empty for none.</param>
/// <param name="Body">Markdown.</param>
internal sealed record ColumnForm(
    string Title,
    string Standfirst,
    string Authors,
    string Language,
    string Date,
    string Address,
    string Body
)
{
    public static ColumnForm Empty { get; } = new("", "", "", "", "", "", "");
}
