namespace Newsletter.Delivery.Routing;

/// <summary>
/// Spaces messages out: by the rate that is set, and slower for a while where a server asked for it. Time is what has
/// passed since the run began, so that a clock which is set back stops nothing.
/// </summary>
/// <param name="rate">Null: as fast as it goes, until a server asks for less.</param>
internal sealed class Throttle(SendRate? rate)
{
    // What is late catches up by so much; timers are no finer.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(10);

    // Without a rate, what is halved at the first hint is no more than so many a second.
    private const double FastestHalved = 50;

    // A hundred a second is more than any server that slows us down has in mind: from here on it has recovered.
    private static readonly TimeSpan Recovered = TimeSpan.FromMilliseconds(10);

    // Of many connections that are told the same at the same moment, one counts.
    private static readonly TimeSpan OneHint = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenRecoveries = TimeSpan.FromSeconds(30);

    private TimeSpan? slowed;
    private TimeSpan changed;
    private TimeSpan next;

    public bool IsSlowed => slowed is not null;

    /// <summary>From one message to the next; null where nothing holds them back.</summary>
    public TimeSpan? SpacingAt(TimeSpan now)
    {
        Recover(now);
        return Spacing;
    }

    private TimeSpan? Spacing => slowed > rate?.Spacing || rate is null ? slowed : rate.Spacing;

    /// <summary>When the next message may go; in the past where it may go now.</summary>
    public TimeSpan NextAt(TimeSpan now)
    {
        Recover(now);
        return Spacing is null ? now : next - Slack;
    }

    public bool IsWaiting(TimeSpan now) => Spacing is not null && next - Slack > now;

    /// <returns>What it adds to the wait of the next, for <see cref="GiveBack"/>.</returns>
    public TimeSpan Took(TimeSpan now)
    {
        if (Spacing is not { } spacing)
            return TimeSpan.Zero;
        next = (next > now ? next : now) + spacing;
        return spacing;
    }

    /// <summary>What was taken is not sent after all: its turn is another's.</summary>
    public void GiveBack(TimeSpan added) => next -= added;

    /// <summary>
    /// Halves the rate, down to one in ten seconds or to the rate that is set where that is slower; it doubles again
    /// after each half minute without such a hint.
    /// </summary>
    /// <param name="now">Since the run began.</param>
    /// <param name="measured">Messages a second that went until now: what is halved where a rate was never reached.</param>
    /// <returns>Whether this hint counted.</returns>
    public bool SlowDown(TimeSpan now, double measured)
    {
        if (slowed is not null && now - changed < OneHint)
            return false;
        var real = TimeSpan.FromSeconds(1 / Math.Clamp(measured, 1, rate is null ? FastestHalved : double.MaxValue));
        var present = Later(Spacing ?? real, real);
        var twice = present * 2;
        slowed = Later(present, twice < Slowest ? twice : Slowest);
        changed = now;
        next = Later(next, now + slowed.Value + Slack);
        return true;
    }

    private void Recover(TimeSpan now)
    {
        while (slowed is { } present && now - changed >= BetweenRecoveries)
        {
            changed += BetweenRecoveries;
            var faster = present / 2;
            slowed = faster <= Recovered || faster <= rate?.Spacing ? null : faster;
            var pace = Later(faster, rate?.Spacing ?? faster);
            if (next > now + pace + Slack)
                next = now + pace + Slack;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
