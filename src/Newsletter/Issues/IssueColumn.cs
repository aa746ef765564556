namespace Newsletter.Issues;

/// <summary>That an issue carries a column, in which revision and at which place.</summary>
internal sealed class IssueColumn
{
    // For EF.
    private IssueColumn() { }

    public IssueColumn(int columnId, int revision, int position) =>
        (ColumnId, Revision, Position) = (columnId, revision, position);

    public int IssueId { get; private set; }

    public int ColumnId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The newest revision whose difference was shown when the issue was held for it; null where none was.</summary>
    public int? SeenRevision { get; private set; }

    /// <summary>From 0; the first is the lead.</summary>
    public int Position { get; private set; }

    /// <summary>Carries another revision from now on.</summary>
    public void Take(int revision) => (Revision, SeenRevision) = (revision, null);

    public void MoveTo(int position) => Position = position;
}
