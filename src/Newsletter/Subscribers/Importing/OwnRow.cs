namespace Newsletter.Subscribers.Importing;

/// <summary>What our own export keeps of a reader beyond what any other does; each null where the cell is empty.</summary>
internal sealed record OwnRow
{
    /// <summary>What the subscription was behind a suppression; null where there was none.</summary>
    public Verdict? State { get; init; }

    public string? Rhythm { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public DateTimeOffset? ConsentAt { get; init; }

    public string? How { get; init; }

    public string? Sentence { get; init; }

    public string? Page { get; init; }

    public string? Form { get; init; }

    public string? SuppressedBecause { get; init; }

    public SuppressionSource? SuppressedBy { get; init; }
}
