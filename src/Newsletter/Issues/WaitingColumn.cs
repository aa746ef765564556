using System.Text.Json;
using Newsletter.Columns;

namespace Newsletter.Issues;

/// <summary>What a rule asks of a column that waits.</summary>
/// <param name="AuthorsJson">As the revision keeps them.</param>
/// <param name="CategoriesJson">As the revision keeps them.</param>
internal sealed record WaitingColumn(
    int Id,
    DateTimeOffset OfferedAt,
    int? Rank,
    DateOnly? Date,
    string? Language,
    string AuthorsJson,
    string CategoriesJson
)
{
    /// <summary>The day it bears; else the one on which it came.</summary>
    public DateOnly Day => Date ?? DateOnly.FromDateTime(OfferedAt.UtcDateTime);

    public IEnumerable<string> Authors =>
        (JsonSerializer.Deserialize(AuthorsJson, ColumnJson.Readable.IReadOnlyListByline) ?? []).Select(author =>
            author.Name
        );

    public IEnumerable<string> Categories =>
        JsonSerializer.Deserialize(CategoriesJson, ColumnJson.Readable.IReadOnlyListString) ?? [];
}
