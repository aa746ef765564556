using Newsletter.Delivery.Relays;

namespace Newsletter.Delivery.Routing;

/// <summary>One carrier within a run: whether it takes mail, how fast, and what part of it.</summary>
internal sealed class Route
{
    // Whose turn it is changes with every message; those who wait for theirs look again so often.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a relay that refuses us as a whole is left alone.</summary>
    private static readonly TimeSpan Stop = TimeSpan.FromHours(1);

    private readonly Lock gate;
    private readonly RecentTraffic traffic = new();
    private readonly RefusingDomains refusing = new();

    // And what each adds to the wait of the next.
    private readonly Dictionary<Claim, TimeSpan> underWay = [];
    private readonly Throttle throttle;
    private readonly Share share;
    private IReadOnlyList<Route> all = [];

    private Route(ICarrier carrier, DeliveryMode mode, ILogger log, Lock gate)
    {
        (Carrier, this.gate) = (carrier, gate);
        Circuit = new Circuit(carrier, mode, log);
        throttle = new Throttle(carrier.Rate);
        share = new Share(carrier.Weight, carrier.Connections);
    }

    public ICarrier Carrier { get; }

    public Circuit Circuit { get; }

    /// <summary>The routes of a run, which share the mail.</summary>
    public static IReadOnlyList<Route> Of(IReadOnlyList<ICarrier> carriers, DeliveryMode mode, ILogger log)
    {
        var shared = new Lock();
        Route[] routes = [.. carriers.Select(carrier => new Route(carrier, mode, log, shared))];
        foreach (var route in routes)
            route.all = routes;
        return routes;
    }

    /// <summary>When the next message may go over it; null where it is a reserve and not needed.</summary>
    public TimeSpan? NextAt(TimeSpan now)
    {
        lock (gate)
        {
            if (share.IsReserve && all.Any(other => !other.share.IsReserve && !other.Circuit.IsBroken(now)))
                return null;
            var at = throttle.NextAt(now);
            return at > now ? at
                : share.MayTake(Sharing(now), now) ? now
                : now + Turn;
        }
    }

    /// <summary>The next message that may go over it; null where none may. Asking and taking are one step.</summary>
    public Claim? Take(ClaimQueue queue, TimeSpan now)
    {
        lock (gate)
        {
            if (NextAt(now) != now || queue.Take(now) is not { } claim)
                return null;
            underWay[claim] = throttle.Took(now);
            share.Took(all.Select(route => route.share), Sharing(now), now);
            return claim;
        }
    }

    /// <summary>A message that was taken is not sent: others have its turn.</summary>
    public void Left(ClaimQueue queue, Claim claim)
    {
        lock (gate)
        {
            if (underWay.Remove(claim, out var added))
                throttle.GiveBack(added);
            share.GiveBack();
            queue.Left(claim);
        }
    }

    /// <summary>How many messages go over it in such a time, by its rate; null where nothing holds them back.</summary>
    public int? Within(TimeSpan time, TimeSpan now)
    {
        lock (gate)
            return throttle.SpacingAt(now) is { } spacing ? (int)Math.Min(1_000_000, time / spacing) + 1 : null;
    }

    /// <summary>What a message's outcome says of the relay.</summary>
    /// <returns>Whether it takes mail again by that, or no longer: others may wait for it.</returns>
    public bool Count(Claim claim, DeliveryOutcome outcome, TimeSpan began, TimeSpan now)
    {
        var wasBroken = Circuit.IsBroken(now);
        lock (gate)
        {
            underWay.Remove(claim);
            var isPolicy = outcome is DeliveryOutcome.Refused { Cause: RefusalCause.Policy };
            traffic.Count(now, isPolicy);
            if (outcome.Pressure is Pressure.Relay && !Circuit.Press(now))
                throttle.SlowDown(now, traffic.PerSecond(now));
            if (isPolicy)
                refusing.Add(claim.Email[(claim.Email.LastIndexOf('@') + 1)..], now);
        }

        // A relay that answers to messages takes mail, whatever it says of one.
        if (outcome.Trouble is { } fault)
            Circuit.Interrupted(fault, began, now);
        else if (outcome is not (DeliveryOutcome.Unknown or DeliveryOutcome.SenderRefused))
            Circuit.Carried(now);
        if (outcome is DeliveryOutcome.Refused { Cause: RefusalCause.Policy } refused)
            StopIfRefused(refused.Reason, now);
        return Circuit.IsBroken(now) != wasBroken;
    }

    private void StopIfRefused(string reason, TimeSpan now)
    {
        lock (gate)
        {
            if (!refusing.AreTheRelay(now) || !traffic.IsRefusedAsAWhole(now))
                return;
            traffic.Forget();
            refusing.Forget();
        }

        var sentence =
            $"The relay {Carrier.Name} refuses our messages for several domains ({reason}); look at SPF, DKIM and its own log. It is tried again in an hour.";
        Circuit.Stop(new RelayFault(sentence, RelayFaultKind.Unwilling), now + Stop, now);
    }

    // One that has reached its own rate keeps nobody waiting either.
    private IReadOnlyCollection<Share> Sharing(TimeSpan now) =>
        [
            .. all.Where(route => route.Circuit.IsOpen(now) && !route.throttle.IsWaiting(now))
                .Select(route => route.share),
        ];
}
