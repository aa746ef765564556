namespace Newsletter.Delivery.Routing;

/// <summary>
/// One relay's part of the mail, by its weight. Without weights whoever is free takes the next message; with them the
/// parts are kept among the relays that take mail; a weight of 0 is a reserve.
/// </summary>
internal sealed class Share(int? weight, int connections)
{
    // A relay that took nothing for so long keeps nobody waiting.
    private static readonly TimeSpan Lively = TimeSpan.FromSeconds(2);

    private double taken;
    private TimeSpan? lastTook;

    public bool IsReserve => weight == 0;

    /// <summary>Whether its turn has come among those that take mail.</summary>
    public bool MayTake(IReadOnlyCollection<Share> others, TimeSpan now)
    {
        if (weight is not > 0)
            return true;
        var level = Level(others, now);
        // All its connections may be ahead by one message.
        return level is null || taken < level + ((double)connections / weight.Value);
    }

    /// <param name="all">Every relay's part, also of those that rest.</param>
    /// <param name="others">Those that take mail.</param>
    /// <param name="now">Since the run began.</param>
    public void Took(IEnumerable<Share> all, IReadOnlyCollection<Share> others, TimeSpan now)
    {
        if (weight is not > 0)
            return;
        taken += 1.0 / weight.Value;
        lastTook = now;
        var level = Level(others, now) is { } least && least < taken ? least : taken;
        // Who rests, is away or waits for its own rate has no claim to what others take meanwhile. So nobody is ever
        // far behind, and nobody far ahead who would have to wait for that one.
        foreach (var other in all)
        {
            if (other.taken < level && !(other.IsLively(now) && others.Contains(other)))
                other.taken = level;
        }
    }

    /// <summary>What was taken is not sent after all.</summary>
    public void GiveBack()
    {
        if (weight is > 0)
            taken -= 1.0 / weight.Value;
    }

    private double? Level(IEnumerable<Share> others, TimeSpan now)
    {
        double? least = null;
        foreach (var other in others)
        {
            if (other != this && other.IsLively(now) && !(other.taken >= least))
                least = other.taken;
        }

        return least;
    }

    private bool IsLively(TimeSpan now) => now - lastTook <= Lively;
}
