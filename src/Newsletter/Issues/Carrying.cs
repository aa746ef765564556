namespace Newsletter.Issues;

/// <summary>
/// That a column is taken by an issue of an edition: reserved when composed, carried once the issue's first message
/// is on its way. The row's key, (edition, column), is what keeps a column from going twice.
/// </summary>
internal sealed class Carrying
{
    // For EF.
    private Carrying() { }

    public Carrying(int editionId, int columnId, Issue issue) =>
        (EditionId, ColumnId, Issue) = (editionId, columnId, issue);

    public int EditionId { get; private set; }

    public int ColumnId { get; private set; }

    public int IssueId { get; private set; }

    public Issue Issue { get; private set; } = null!;

    /// <summary>When the first message that carried it was on its way; null while it is only reserved.</summary>
    public DateTimeOffset? CarriedAt { get; private set; }
}
