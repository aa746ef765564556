using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// A statement over the rows of one JSON parameter, the first: its <c>ROWS</c> becomes a subquery <c>r</c> with the
/// named columns. A column whose name begins with <c>@</c> is an instant.
/// </summary>
internal sealed class JsonRows(string statement, params string[] columns)
{
    private readonly string text = statement.Replace("ROWS", Rows(columns), StringComparison.Ordinal);

    /// <returns>How many rows were written.</returns>
    public Task<int> WriteAsync(NewsletterDb db, CancellationToken cancel, params object[] parameters) =>
        db.Database.ExecuteSqlRawAsync(text, parameters, cancel);

    private static string Rows(string[] columns) =>
        $"json_to_recordset(CAST({{0}} AS json)) AS r({string.Join(", ", columns.Select(Column))})";

    private static string Column(string column) =>
        column.StartsWith('@') ? $"{column[1..]} timestamptz" : $"{column} text";
}
