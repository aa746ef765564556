using System.Collections.Concurrent;

namespace Newsletter.Delivery;

/// <summary>Messages under which a connection broke, or whose answer was lost, in this run: it may happen because of them.</summary>
internal sealed class TroubledMessages
{
    // Another process or a person may end them, and nobody tells this one. Retries come back sooner than that.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(Type Kind, long Id), TimeSpan> met = [];
    private long swept;

    public int Known => met.Count;

    /// <returns>Whether it was in trouble before.</returns>
    public bool Count(Claim claim, DeliveryOutcome outcome, TimeSpan now)
    {
        Sweep(now);
        var key = KeyOf(claim);
        switch (outcome)
        {
            case DeliveryOutcome.Interrupted or DeliveryOutcome.Unknown:
                var before = met.ContainsKey(key);
                met[key] = now;
                return before;
            case DeliveryOutcome.Accepted or DeliveryOutcome.Refused:
                return met.TryRemove(key, out _);
            default:
                return met.ContainsKey(key);
        }
    }

    public void Forget(Claim claim) => met.TryRemove(KeyOf(claim), out _);

    private static (Type Kind, long Id) KeyOf(Claim claim) => (claim.GetType(), claim.Id);

    private void Sweep(TimeSpan now)
    {
        var last = Interlocked.Read(ref swept);
        if (now.Ticks - last < BetweenSweeps.Ticks || Interlocked.CompareExchange(ref swept, now.Ticks, last) != last)
            return;
        foreach (var (key, at) in met)
        {
            if (now - at > Kept)
                met.TryRemove(key, out _);
        }
    }
}
