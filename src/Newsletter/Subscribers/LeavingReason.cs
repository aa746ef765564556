namespace Newsletter.Subscribers;

/// <summary>Why somebody left, where they cared to say so afterwards.</summary>
internal sealed class LeavingReason
{
    // For EF.
    private LeavingReason() { }

    public LeavingReason(Subscription subscription, string reason, string? words, DateTimeOffset at) =>
        (Subscription, Reason, Words, At) = (subscription, reason, words, at);

    public long Id { get; private set; }

    public long SubscriptionId { get; private set; }

    public Subscription Subscription { get; private set; } = null!;

    /// <summary>One of the page's choices, by its name: "too-many", "not-relevant" ….</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The reader's own, 1,000 characters at most.</summary>
    public string? Words { get; private set; }

    public DateTimeOffset At { get; private set; }
}
