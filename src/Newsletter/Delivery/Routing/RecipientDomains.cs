using Newsletter.Addresses;
using Newsletter.Delivery.Relays;

namespace Newsletter.Delivery.Routing;

/// <summary>What is known of each recipient domain in this run: its lane, where it has one, and what went there of late.</summary>
internal sealed class RecipientDomains(IReadOnlyList<DomainOptions> options)
{
    // Domains that nothing is known of are forgotten every minute; more than these at once are not watched.
    private const int MostWatched = 10_000;

    /// <summary>How long a domain that refuses us as a whole is left alone.</summary>
    private static readonly TimeSpan Stop = TimeSpan.FromHours(1);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DomainLane> lanes = Configured(options);
    private readonly Dictionary<string, RecentTraffic> watched = new(StringComparer.OrdinalIgnoreCase);
    private TimeSpan swept;

    /// <summary>Lanes of which something may wait or be under way.</summary>
    public IReadOnlyCollection<DomainLane> Lanes => lanes.Values;

    /// <summary>Null where its domain has none.</summary>
    public DomainLane? LaneOf(Claim claim) => lanes.Count == 0 ? null : lanes.GetValueOrDefault(NameOf(claim));

    /// <summary>How a domain is written here: a lower-case A-label.</summary>
    public static string NameOf(Claim claim) =>
        EmailAddress.TryParse(claim.Email, out var address) ? address.Domain : "";

    /// <summary>Counts what came of a message.</summary>
    /// <returns>The domain, where it must be left alone from now on.</returns>
    public string? Count(Claim claim, DeliveryOutcome outcome, TimeSpan now)
    {
        Sweep(now);
        var isPolicy = outcome is DeliveryOutcome.Refused { Cause: RefusalCause.Policy };
        var pressed = outcome.Pressure is Pressure.Domain;
        var key = claim.Email.AsSpan(claim.Email.LastIndexOf('@') + 1);
        var lookup = watched.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key, out var traffic))
        {
            if (watched.Count >= MostWatched)
                return null;
            lookup[key] = traffic = new RecentTraffic();
        }

        traffic.Count(now, isPolicy);
        // 421 speaks of all that we send there; 4.7.x of one message, until it is many.
        var isWhole = traffic.IsDeferredAsAWhole(pressed) || outcome is DeliveryOutcome.Interrupted;
        if (pressed && isWhole)
            Lane(NameOf(claim)).Throttle.SlowDown(now, traffic.PerSecond(now));
        if (!isPolicy || !traffic.IsRefusedAsAWhole(now))
            return null;
        traffic.Forget();
        Lane(NameOf(claim)).Stop(now + Stop);
        return NameOf(claim);
    }

    private DomainLane Lane(string domain)
    {
        if (!lanes.TryGetValue(domain, out var lane))
            lanes[domain] = lane = new DomainLane(rate: null, connections: null);
        return lane;
    }

    private void Sweep(TimeSpan now)
    {
        if (now - swept < BetweenSweeps)
            return;
        swept = now;
        foreach (var (domain, traffic) in watched)
        {
            traffic.Turn(now);
            if (traffic.IsEmpty)
                watched.Remove(domain);
        }

        foreach (var (domain, lane) in lanes)
        {
            _ = lane.Throttle.NextAt(now);
            if (!lane.IsSet && lane.IsIdle && !lane.Throttle.IsSlowed && !lane.IsStopped(now))
                lanes.Remove(domain);
        }
    }

    private static Dictionary<string, DomainLane> Configured(IReadOnlyList<DomainOptions> options)
    {
        var configured = new Dictionary<string, DomainLane>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            _ = SendRate.TryParse(option.Rate, out var rate);
            configured[EmailAddress.Parse($"any@{option.Domain?.Trim()}").Domain] = new DomainLane(
                rate,
                option.Connections
            );
        }

        return configured;
    }
}
