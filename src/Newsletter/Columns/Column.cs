namespace Newsletter.Columns;

/// <summary>One article. It belongs to one source or to the desk, and may serve several publications.</summary>
internal sealed class Column
{
    /// <summary>What the origin of a column that was written at the desk begins with.</summary>
    public const string DeskOrigin = "desk:";

    // For EF.
    private Column() { }

    public Column(string origin, DateTimeOffset now) => (Origin, CreatedAt) = (origin, now);

    public int Id { get; private set; }

    /// <summary>What makes it the same column again: <c>file:</c> and a full path. Unique.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Whether it was written at the desk, and no source ever sent it.</summary>
    public bool IsOfDesk => Origin.StartsWith(DeskOrigin, StringComparison.Ordinal);

    /// <summary>The number of the revision that is current.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be published before this instant; null where there is no embargo.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <param name="until">Null to lift it.</param>
    public void Embargo(DateTimeOffset? until) => EmbargoUntil = until;

    /// <summary>Its file lies elsewhere now, or its source calls it by another id.</summary>
    public void Move(string origin) => Origin = origin;

    /// <summary>Takes new content in as the next revision.</summary>
    /// <param name="draft">The content.</param>
    /// <param name="now">When it was read or written.</param>
    /// <param name="editedBy">Who wrote it at the desk; null where it is the source's own.</param>
    public ColumnRevision Revise(ColumnDraft draft, DateTimeOffset now, string? editedBy = null) =>
        new(this, ++Revision, draft, now, editedBy);
}
