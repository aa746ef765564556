namespace Newsletter.Subscribers;

/// <summary>A reader's tie to one publication. Only <see cref="SubscriptionState.Active"/> receives issues.</summary>
internal sealed class Subscription
{
    // For EF.
    private Subscription() { }

    public Subscription(int publicationId, Subscriber subscriber, DateTimeOffset now)
    {
        (PublicationId, Subscriber, CreatedAt, ChangedAt) = (publicationId, subscriber, now, now);
    }

    public long Id { get; private set; }

    public int PublicationId { get; private set; }

    public long SubscriberId { get; private set; }

    public Subscriber Subscriber { get; private set; } = null!;

    public SubscriptionState State { get; private set; } = SubscriptionState.Pending;

    /// <summary>The rhythm chosen: the name of one of the publication's editions.</summary>
    public string Rhythm { get; private set; } = "every";

    /// <summary>When one who is paused is active again; null unless paused.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>When consent was last given; null where it never was.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When <see cref="State"/> last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What one who left was before; null unless unsubscribed.</summary>
    public SubscriptionState? LeftFrom { get; private set; }

    /// <summary>When the pause would have ended of one who left while they were paused; else null.</summary>
    public DateTimeOffset? LeftPausedUntil { get; private set; }

    /// <summary>Consent was given: a pending or departed reader receives issues from now on.</summary>
    public void Activate(DateTimeOffset now)
    {
        Become(SubscriptionState.Active, now);
        JoinedAt = now;
    }

    /// <summary>Nothing goes to the reader before <paramref name="until"/>. Only one who is active, or paused already, can pause.</summary>
    public void Pause(DateTimeOffset until, DateTimeOffset now)
    {
        if (State is not (SubscriptionState.Active or SubscriptionState.Paused))
            return;
        Become(SubscriptionState.Paused, now);
        PausedUntil = until;
    }

    /// <summary>The pause is over, by its date or by the reader.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (State is SubscriptionState.Paused)
            Become(SubscriptionState.Active, now);
    }

    /// <param name="rhythm">The name of an edition of the publication.</param>
    public void Choose(string rhythm) => Rhythm = rhythm;

    /// <summary>Left or complained: nobody but the reader can change that.</summary>
    public bool IsOver => State is SubscriptionState.Unsubscribed or SubscriptionState.Complained;

    /// <summary>The reader left. Nothing happens to one who has left already.</summary>
    public void Leave(DateTimeOffset now)
    {
        var (from, until) = (State, PausedUntil);
        if (from is SubscriptionState.Unsubscribed)
            return;
        Become(SubscriptionState.Unsubscribed, now);
        (LeftFrom, LeftPausedUntil) = (from, until);
    }

    /// <summary>The reader called an issue spam.</summary>
    public void Complain(DateTimeOffset now) => Become(SubscriptionState.Complained, now);

    /// <summary>
    /// The reader took leaving back, and is again what they were; where that is not known, what consent makes them.
    /// Nothing happens to one who has not left.
    /// </summary>
    public void ComeBack(bool consented, DateTimeOffset now)
    {
        if (State is not SubscriptionState.Unsubscribed)
            return;
        var (from, until) = (LeftFrom, LeftPausedUntil);
        Become(from ?? (consented ? SubscriptionState.Active : SubscriptionState.Pending), now);
        // The pause ended meanwhile, or goes on.
        if (from is SubscriptionState.Paused && until <= now)
            Become(SubscriptionState.Active, now);
        else
            PausedUntil = until;
    }

    private void Become(SubscriptionState state, DateTimeOffset now)
    {
        if (State != state)
            (State, ChangedAt, PausedUntil, LeftFrom, LeftPausedUntil) = (state, now, null, null, null);
    }
}
