namespace Newsletter.Delivery.Routing;

/// <summary>How many connections one carrier may have: as many as are set, and fewer for a while where it asked for less.</summary>
internal sealed class Allowance
{
    // Of many connections that are told the same at the same moment, one counts.
    private static readonly TimeSpan OneHint = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenRecoveries = TimeSpan.FromSeconds(30);

    private readonly int most;
    private int allowed;
    private TimeSpan since;

    /// <param name="most">As many as are set.</param>
    public Allowance(int most) => (this.most, allowed) = (most, most);

    /// <summary>When there will be one more; null where it is as many as are set.</summary>
    public TimeSpan? NextAt => allowed < most ? since + BetweenRecoveries : null;

    public int At(TimeSpan now)
    {
        var recoveries = (int)Math.Min(most - allowed, (now - since) / BetweenRecoveries);
        if (recoveries > 0)
            (allowed, since) = (allowed + recoveries, since + (recoveries * BetweenRecoveries));
        return allowed;
    }

    /// <summary>It takes no more than these.</summary>
    public void Limit(int count, TimeSpan now) => (allowed, since) = (Math.Min(At(now), count), now);

    /// <summary>It asked us to slow down: half of them, and one more again after each half minute.</summary>
    /// <returns>False where one is still too much for it.</returns>
    public bool Press(TimeSpan now)
    {
        if (At(now) < most && now - since < OneHint)
            return true;
        if (allowed == 1)
            return false;
        (allowed, since) = (Math.Max(1, allowed / 2), now);
        return true;
    }
}
