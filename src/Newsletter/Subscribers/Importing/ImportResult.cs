namespace Newsletter.Subscribers.Importing;

/// <summary>
/// What became of a file. Each row that was read is counted once: <c>Read</c> is the sum of <c>Added</c>,
/// <c>Updated</c>, <c>Unchanged</c>, <c>Suppressed</c>, <c>Duplicates</c> and <c>RefusedTotal</c>.
/// </summary>
internal sealed record ImportResult
{
    /// <summary>How many refused rows are listed; the rest are counted.</summary>
    public const int ListedAtMost = 10_000;

    /// <summary>Rows, without the header and empty lines.</summary>
    public long Read { get; init; }

    /// <summary>Rows that made a subscription, active or pending.</summary>
    public long Added { get; init; }

    /// <summary>Rows whose reader was there, and is now renamed or active.</summary>
    public long Updated { get; init; }

    /// <summary>Rows that said what was known.</summary>
    public long Unchanged { get; init; }

    /// <summary>
    /// Rows whose reader gets no mail: the row, or what was known, says that they left, or that the address is dead
    /// or suppressed.
    /// </summary>
    public long Suppressed { get; init; }

    /// <summary>Rows whose address an earlier row has; one that says "left" or "dead" is obeyed all the same.</summary>
    public long Duplicates { get; init; }

    /// <summary>Of those added, updated or unchanged: how many wait for the reader to confirm.</summary>
    public long Pending { get; init; }

    /// <summary>Rows that could not be read, listed or not.</summary>
    public long RefusedTotal { get; init; }

    /// <summary>The first <see cref="ListedAtMost"/> rows that could not be read.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    /// <summary>The first rows as they were understood, and what became of each.</summary>
    public IReadOnlyList<SampleRow> Sample { get; init; } = [];
}
