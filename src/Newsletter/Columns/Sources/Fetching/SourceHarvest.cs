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
        && (source.FetchedAt is null || (source.Kind is SourceKind.WordPress && source.ReadUpTo is null));

    private int room = NewestOfAnArchive;
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
        var ordered = drafts.OrderBy(one => one.Draft.Date).ToList();
        var old = isArchive ? Math.Max(0, ordered.Count - room) : 0;
        room = Math.Max(0, room - ordered.Count);
        return ordered.Select(
            (one, place) =>
                (one.Origin, one.Draft, place < old || (source.Since is { } since && one.Draft.Date < since))
        );
    }

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
