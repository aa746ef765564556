namespace Newsletter.Delivery.Routing;

/// <summary>
/// Messages for one recipient domain that wait apart, so that nobody else waits for that domain. A domain has a lane
/// where a limit is set for it, and where it asked us to slow down.
/// </summary>
internal sealed class DomainLane(SendRate? rate, int? connections)
{
    // What goes within this time waits in memory; what comes later waits in the ledger.
    private static readonly TimeSpan Horizon = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Furthest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FurthestOfSlowed = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FurthestOfStopped = TimeSpan.FromMinutes(5);

    private readonly Queue<MessageClaim> waiting = [];

    // And what each adds to the wait of the next.
    private readonly Dictionary<Claim, TimeSpan> underWay = [];
    private TimeSpan stoppedUntil;
    private TimeSpan lastSlot;
    private double seconds = 1;

    public Throttle Throttle { get; } = new(rate);

    public int Waiting => waiting.Count;

    /// <summary>Whether the lane was made by a setting; others end when what made them is over.</summary>
    public bool IsSet => rate is not null || connections is not null;

    public bool IsIdle => waiting.Count == 0 && underWay.Count == 0;

    public bool IsStopped(TimeSpan now) => now < stoppedUntil;

    /// <summary>When its next message may go; null where none waits, or one under way must come back first.</summary>
    public TimeSpan? NextAt(TimeSpan now)
    {
        if (waiting.Count == 0 || underWay.Count >= connections)
            return null;
        var paced = Throttle.NextAt(now);
        return paced > stoppedUntil ? paced : stoppedUntil;
    }

    /// <param name="claim">A message for this domain.</param>
    /// <param name="now">Since the run began.</param>
    /// <param name="room">How many may wait here at most.</param>
    /// <returns>Null where it waits here; else when it should be claimed again.</returns>
    public TimeSpan? Offer(MessageClaim claim, TimeSpan now, int room)
    {
        if (waiting.Count < room && !IsStopped(now) && waiting.Count * SpacingAt(now) < Horizon)
        {
            waiting.Enqueue(claim);
            return null;
        }

        return Slot(now);
    }

    /// <summary>
    /// The turn of one more message: one after another, from where those in memory end. No turn is far off, since a
    /// rate changes: a setting that is mended, or a slow-down that is over, acts on all within that time.
    /// </summary>
    public TimeSpan Slot(TimeSpan now)
    {
        var furthest =
            now
            + (
                IsStopped(now) ? FurthestOfStopped
                : IsSet ? Furthest
                : FurthestOfSlowed
            );
        var next = (lastSlot > now + Horizon ? lastSlot : now + Horizon) + SpacingAt(now);
        lastSlot = IsStopped(now) || next > furthest ? furthest : next;
        return lastSlot;
    }

    public MessageClaim Take(TimeSpan now)
    {
        var claim = waiting.Dequeue();
        underWay[claim] = Throttle.Took(now);
        return claim;
    }

    /// <param name="claim">Its way is over, whatever came of it.</param>
    /// <param name="took">How long it was under way; null where it was not sent: its turn is another's.</param>
    public void Done(Claim claim, TimeSpan? took)
    {
        if (!underWay.Remove(claim, out var added))
            return;
        if (took is { } time)
            seconds += (time.TotalSeconds - seconds) / 8;
        else
            Throttle.GiveBack(added);
    }

    /// <summary>All that waits, in its order; the lane is empty after it.</summary>
    public IEnumerable<MessageClaim> Empty()
    {
        while (waiting.TryDequeue(out var claim))
            yield return claim;
    }

    public void Stop(TimeSpan until) => stoppedUntil = until;

    // Without a rate its messages follow one another as fast as those under way come back.
    private TimeSpan SpacingAt(TimeSpan now) =>
        Throttle.SpacingAt(now) ?? (connections is { } atOnce ? TimeSpan.FromSeconds(seconds / atOnce) : TimeSpan.Zero);
}
