using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// A statement over the rows of one JSON parameter, the first: its <c>ROWS</c> becomes a subquery <c>r</c> with the
/// named columns. A column whose name begins with <c>@</c> is an instant. The joins to <c>r</c> are CROSS, since SQLite
/// keeps the order of those: it would otherwise walk a whole table, and look each row up in the JSON.
/// </summary>
internal sealed class JsonRows(string statement, params string[] columns)
{
    private readonly string sqlite = statement.Replace("ROWS", Sqlite(columns), StringComparison.Ordinal);
    private readonly string postgres = statement.Replace("ROWS", Postgres(columns), StringComparison.Ordinal);

    /// <returns>How many rows were written.</returns>
    public Task<int> WriteAsync(NewsletterDb db, CancellationToken cancel, params object[] parameters) =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? sqlite : postgres, parameters, cancel);

    private static string Sqlite(string[] columns) =>
        $"(SELECT {string.Join(", ", columns.Select(SqliteColumn))} FROM json_each({{0}})) AS r";

    private static string SqliteColumn(string column) =>
        column.StartsWith('@')
            ? $"CAST(value ->> '{column[1..]}' AS INTEGER) AS {column[1..]}"
            : $"value ->> '{column}' AS {column}";

    private static string Postgres(string[] columns) =>
        $"json_to_recordset(CAST({{0}} AS json)) AS r({string.Join(", ", columns.Select(PostgresColumn))})";

    private static string PostgresColumn(string column) =>
        column.StartsWith('@') ? $"{column[1..]} timestamptz" : $"{column} text";
}
