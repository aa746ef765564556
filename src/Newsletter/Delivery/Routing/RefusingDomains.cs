namespace Newsletter.Delivery.Routing;

/// <summary>Whose messages were refused for what we are of late: whether that is a domain's word, or the relay's.</summary>
internal sealed class RefusingDomains
{
    // As many as are a sign at all.
    private const int Remembered = RecentTraffic.FewestRefusals;

    // Refusals of one domain, or of nearly one alone, are that domain's.
    private const int DomainsOfARelay = 3;

    private readonly Queue<(string Domain, TimeSpan At)> last = [];

    public void Add(string domain, TimeSpan now)
    {
        last.Enqueue((domain, now));
        if (last.Count > Remembered)
            last.Dequeue();
    }

    public bool AreTheRelay(TimeSpan now)
    {
        while (last.TryPeek(out var oldest) && now - oldest.At > RecentTraffic.Window)
            last.Dequeue();
        var each = last.CountBy(refused => refused.Domain, StringComparer.OrdinalIgnoreCase).ToList();
        return each.Count >= DomainsOfARelay && each.TrueForAll(domain => domain.Value * 2 <= last.Count);
    }

    public void Forget() => last.Clear();
}
