namespace Newsletter.Subscribers;

/// <summary>A line of the proof of consent: written once, never changed.</summary>
internal sealed class Consent
{
    // For EF.
    private Consent() { }

    public Consent(Subscription subscription, ConsentAct act, DateTimeOffset at, string how, string? sentence)
    {
        (Subscription, Act, At, How, Sentence) = (subscription, act, at, how, sentence);
    }

    public long Id { get; private set; }

    public long SubscriptionId { get; private set; }

    public Subscription Subscription { get; private set; } = null!;

    public ConsentAct Act { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>From where: "import of readers.csv, line 12", "one-click unsubscribe", a form's address.</summary>
    public string How { get; private set; } = "";

    /// <summary>The page at whose address it was; null where there was none.</summary>
    public string? Page { get; init; }

    /// <summary>The form on it, by its name; null where there was none.</summary>
    public string? Form { get; init; }

    /// <summary>From where, cut so that it names a network and nobody: 203.0.113.0, 2001:db8:1::; null where it is not known.</summary>
    public string? Network { get; init; }

    /// <summary>The exact sentence that the reader agreed to, or how staff say that they agreed.</summary>
    public string? Sentence { get; private set; }
}
