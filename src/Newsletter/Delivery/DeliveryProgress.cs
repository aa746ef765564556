namespace Newsletter.Delivery;

/// <summary>What one run of the dispatcher has done so far.</summary>
/// <param name="Deferred">Refused for now; each attempt counts.</param>
internal sealed record DeliveryProgress(long Sent, long Failed, long Deferred, long Unknown, long Interrupted)
{
    public static DeliveryProgress None { get; } = new(0, 0, 0, 0, 0);

    public DeliveryProgress With(DeliveryOutcome outcome) =>
        outcome switch
        {
            DeliveryOutcome.Accepted => this with { Sent = Sent + 1 },
            DeliveryOutcome.Refused => this with { Failed = Failed + 1 },
            DeliveryOutcome.TryLater => this with { Deferred = Deferred + 1 },
            DeliveryOutcome.Unknown => this with { Unknown = Unknown + 1 },
            _ => this with { Interrupted = Interrupted + 1 },
        };
}
