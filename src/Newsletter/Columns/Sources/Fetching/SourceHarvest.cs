namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What a fetch has brought so far.</summary>
internal sealed class SourceHarvest(Source source)
{
    // As many as a site's feed usually holds: an archive is no issue.
    private const int NewestOfAnArchive = 20;

    private readonly List<TakenColumn> taken = [];
    private readonly List<string> notices = [];

    // Where nobody said from when on, the newest of a site's archive wait for the next issue, and the rest for a person.
    private readonly bool isArchive =
        source.Since is null
        && source.Kind is not SourceKind.Folder
        && (source.FetchedAt is null || source.ReadUpTo is null);

    // A feed whose pages come over several fetches gave its newest in the first.
    private int room = source.FetchedAt is null || source.Kind is SourceKind.WordPress ? NewestOfAnArchive : 0;
    private int unchanged;
    private int setAside;

    /// <summary>The last piece; null where there was none.</summary>
    public SourceContent? Last { get; private set; }

    public void Begin(SourceContent content)
    {
        Last = content with { Title = content.Title ?? Last?.Title };
        notices.AddRange(content.Notices);
    }

    /// <summary>Oldest first, as they were written: a column's number follows its day.</summary>
    public IEnumerable<(string Origin, ColumnDraft Draft, bool IsOld)> Ordered(
        IReadOnlyList<(string Origin, ColumnDraft Draft)> drafts
    )
    {
        // Where days do not tell, sources list the newest first.
        var newest = drafts
            .OrderByDescending(one => one.Draft.Date)
            .Take(room)
            .Select(one => one.Origin)
            .ToHashSet(StringComparer.Ordinal);
        room -= newest.Count;
        return drafts
            .OrderBy(one => one.Draft.Date)
            .Select(one => (one.Origin, one.Draft, IsOld(one.Draft, newest.Contains(one.Origin))));
    }

    private bool IsOld(ColumnDraft draft, bool isNewest) =>
        source.Since is { } since
            ? draft.Date < since
            : isArchive && !isNewest && !(draft.Date >= DateOnly.FromDateTime(source.AddedAt.UtcDateTime));

    public void Add(TakenColumn column, bool isOld)
    {
        if (column.Change is ColumnChange.None)
            unchanged++;
        else
            taken.Add(column);
        if (isOld && column.Change is ColumnChange.Added)
            setAside++;
    }

    public void Notice(string sentence) => notices.Add(sentence);

    public SourceFetched Fetched(Source now, string? fault) =>
        new(now, taken, unchanged, setAside, [.. Aside(), .. notices.Distinct()], fault);

    private IEnumerable<string> Aside()
    {
        if (isArchive && setAside > 0)
            yield return $"Its {setAside} older columns were set aside, so that the next issue is no archive: \"newsletter column release IDS\" (3,5-9) lets some go.";
    }
}
