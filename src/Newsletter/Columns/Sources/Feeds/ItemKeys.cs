namespace Newsletter.Columns.Sources.Feeds;

/// <summary>
/// The keys of the items that stand together in one feed or export. An id that several of them bear names none of them:
/// they are known by their pages, so that none overwrites another.
/// </summary>
internal sealed class ItemKeys
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);

    public static ItemKeys Of(IEnumerable<SourceItem> items)
    {
        var keys = new ItemKeys();
        foreach (var item in items)
            keys.Add(item.Id);
        return keys;
    }

    public IReadOnlyCollection<string> Shared => shared;

    public void Add(string? id)
    {
        if (!string.IsNullOrWhiteSpace(id) && !seen.Add(id.Trim()))
            shared.Add(id.Trim());
    }

    public string KeyOf(SourceItem item) =>
        ItemColumn.KeyOf(item.Id is { } id && shared.Contains(id.Trim()) ? item with { Id = null } : item);
}
