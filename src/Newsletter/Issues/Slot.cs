namespace Newsletter.Issues;

/// <summary>
/// An hour of an edition's rule that was answered: with an issue, or with the reason why there is none. The row's
/// key, (edition, slot), is what keeps a slot from being served twice, whatever wakes the job and however often.
/// </summary>
internal sealed class Slot
{
    // For EF.
    private Slot() { }

    public Slot(int editionId, DateTimeOffset at, DateTimeOffset now) =>
        (EditionId, At, AnsweredAt) = (editionId, at, now);

    public int EditionId { get; private set; }

    /// <summary>The hour of the rule, not the hour at which something woke up.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset AnsweredAt { get; private set; }

    public Issue? Issue { get; private set; }

    public int? IssueId { get; private set; }

    /// <summary>Why there is no issue: nothing new, too few columns, too late to make up for.</summary>
    public string? Skipped { get; private set; }

    public void Serve(Issue issue) => Issue = issue;

    public void Skip(string because) => Skipped = because;
}
