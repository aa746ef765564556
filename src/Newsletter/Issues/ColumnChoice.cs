using Newsletter.Columns;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>Which of the columns that wait an issue takes, and in which order. Pure.</summary>
/// <param name="language">Of the publication: columns that name none have it.</param>
internal sealed class ColumnChoice(EditionPolicy policy, string language)
{
    private readonly HashSet<string> authors = Keys(policy.Authors);
    private readonly HashSet<string> categories = Keys(policy.Categories);

    /// <summary>
    /// Their ids, in the order of the issue. Those that waited longest are taken first, whatever the order in which they
    /// are shown: none waits for ever behind newer ones.
    /// </summary>
    public IReadOnlyList<int> Of(IEnumerable<WaitingColumn> waiting)
    {
        var taken = waiting
            .Where(column => WhyNot(column) is null)
            .OrderBy(column => Place(column))
            .ThenBy(column => column.OfferedAt)
            .ThenBy(column => column.Id)
            .Take(policy.Limit)
            .ToList();
        return [.. Ordered(taken).Select(column => column.Id)];
    }

    /// <summary>Why the rule leaves a column; null where it takes it.</summary>
    public string? WhyNot(WaitingColumn column) =>
        policy.Languages is { Count: > 0 } languages && !languages.Contains(column.Language ?? language)
            ? $"the edition takes only columns in {string.Join(", ", languages)}"
        : categories.Count > 0 && !Keys(column.Categories).Overlaps(categories)
            ? $"the edition takes only the categories {string.Join(", ", policy.Categories)}"
        : authors.Count > 0 && !Keys(column.Authors).Overlaps(authors)
            ? $"the edition takes only columns by {string.Join(", ", policy.Authors)}"
        : null;

    private IEnumerable<WaitingColumn> Ordered(List<WaitingColumn> taken) =>
        policy.Order switch
        {
            ColumnOrder.Oldest => taken.OrderBy(column => column.Day),
            ColumnOrder.Newest => NewestFirst(taken),
            ColumnOrder.Lead when taken is [{ Rank: not null } lead, .. var others] => [lead, .. NewestFirst(others)],
            ColumnOrder.Lead => NewestFirst(taken),
            _ => taken,
        };

    private static IEnumerable<WaitingColumn> NewestFirst(IEnumerable<WaitingColumn> columns) =>
        columns
            .OrderByDescending(column => column.Day)
            .ThenByDescending(column => column.OfferedAt)
            .ThenByDescending(column => column.Id);

    private int Place(WaitingColumn column) =>
        policy.Order is ColumnOrder.Hand or ColumnOrder.Lead ? column.Rank ?? int.MaxValue : 0;

    // Categories are compared as names are: by their letters, whatever their case, spaces and apostrophes.
    private static HashSet<string> Keys(IEnumerable<string> names) => [.. names.Select(Byline.KeyOf)];
}
