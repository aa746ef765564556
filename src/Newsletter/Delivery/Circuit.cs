namespace Newsletter.Delivery;

/// <summary>
/// Whether one carrier takes mail, seen over all its connections. Broken, one connection tries it now and then and
/// nothing is claimed for it; the messages have no part in that and are charged nothing.
/// </summary>
internal sealed class Circuit(ICarrier carrier, DeliveryMode mode, ILogger log)
{
    // A fault that may pass is given so many tries by each connection before it counts as more.
    private const int Patience = 3;

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OneHint = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenRecoveries = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private int open;
    private int connecting;
    private int allowed = carrier.Connections;
    private TimeSpan allowedSince;
    private int faultsInARow;
    private bool wasReached;
    private bool hasCarried;
    private bool isBroken;
    private TimeSpan nextTry;
    private RelayFault? said;

    /// <summary>Whether messages go over it at this moment.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
                return open > 0 && !isBroken;
        }
    }

    public int Connected
    {
        get
        {
            lock (gate)
                return open;
        }
    }

    public bool IsBroken
    {
        get
        {
            lock (gate)
                return isBroken;
        }
    }

    /// <summary>The fault that it has had since <see cref="FaultedSince"/>; null where it takes mail.</summary>
    public RelayFault? Fault
    {
        get
        {
            lock (gate)
                return said;
        }
    }

    public TimeSpan FaultedSince { get; private set; }

    /// <summary>Why a run in the foreground should end with it; null where it should not.</summary>
    public string? Hopeless { get; private set; }

    /// <summary>When one more connection may be opened; now where it may be. Who may must say how that went.</summary>
    public TimeSpan? ConnectAt(TimeSpan now)
    {
        lock (gate)
        {
            if (allowed < carrier.Connections && now - allowedSince >= BetweenRecoveries)
                (allowed, allowedSince) = (allowed + 1, now);
            if (isBroken ? connecting > 0 : open + connecting >= allowed)
                return allowed < carrier.Connections ? allowedSince + BetweenRecoveries : null;
            if (isBroken && now < nextTry)
                return nextTry;
            connecting++;
            return now;
        }
    }

    /// <summary>Too many are open since it asked us to slow down.</summary>
    public bool IsTooMany
    {
        get
        {
            lock (gate)
                return open > allowed;
        }
    }

    public void Opened()
    {
        lock (gate)
        {
            connecting--;
            open++;
            (wasReached, isBroken) = (true, false);
        }
    }

    public void GaveUpConnecting()
    {
        lock (gate)
            connecting--;
    }

    public void Closed()
    {
        lock (gate)
            open--;
    }

    public void Carried()
    {
        lock (gate)
        {
            faultsInARow = 0;
            hasCarried = true;
            if (said is not null)
                log.CarrierRecovered(carrier.Name);
            (said, Hopeless) = (null, null);
        }
    }

    /// <summary>It could not be reached, greeted or logged in to.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="wasOpen">A connection that was to be renewed; else a new one.</param>
    /// <param name="now">Since the run began.</param>
    public void CouldNotConnect(RelayFault fault, bool wasOpen, TimeSpan now)
    {
        lock (gate)
        {
            if (wasOpen)
                open--;
            else
                connecting--;
            // A server that takes no more connections than it has is no broken one.
            if (open > 0 && fault.Kind is RelayFaultKind.Passing)
                (allowed, allowedSince) = (open, now);
            else
                Break(fault, now);
            Count(fault, now);
        }
    }

    /// <summary>A connection broke under a message, or the relay refused what every message has.</summary>
    public void Interrupted(RelayFault fault, TimeSpan now)
    {
        lock (gate)
        {
            Count(fault, now);
            if (faultsInARow >= Patience * carrier.Connections)
                Break(fault, now);
        }
    }

    /// <summary>Nothing goes over it until then, and it is not even tried.</summary>
    public void Stop(RelayFault fault, TimeSpan until, TimeSpan now)
    {
        lock (gate)
        {
            Count(fault, now);
            (isBroken, nextTry) = (true, until);
            if (mode is not DeliveryMode.Forever)
                Hopeless = fault.Sentence;
        }
    }

    /// <summary>It asked us to slow down: half the connections, and one more again after each half minute.</summary>
    /// <returns>False where one connection is still too much for it.</returns>
    public bool Press(TimeSpan now)
    {
        lock (gate)
        {
            // Of many connections that are told the same at the same moment, one counts.
            if (allowed < carrier.Connections && now - allowedSince < OneHint)
                return true;
            if (allowed == 1)
                return false;
            (allowed, allowedSince) = (Math.Max(1, allowed / 2), now);
            return true;
        }
    }

    // The first fault costs no time: a server that hung up on a resting connection takes the next one.
    private void Break(RelayFault fault, TimeSpan now)
    {
        isBroken = true;
        var rest =
            TimeSpan.FromSeconds(
                fault.Kind is not RelayFaultKind.Passing ? 1
                : faultsInARow == 0 ? 0
                : 0.5
            ) * (1 << Math.Min(faultsInARow, 7));
        nextTry = now + (rest < LongestRest ? rest : LongestRest);
    }

    private void Count(RelayFault fault, TimeSpan now)
    {
        faultsInARow++;
        var waits =
            mode is DeliveryMode.Forever
            // A connection that only waits for work says nothing of the relay.
            || (open > 0 && hasCarried)
            || (mode is DeliveryMode.UntilDone && wasReached && fault.Kind is not RelayFaultKind.Unwilling);
        var isHopeless = fault.Kind switch
        {
            RelayFaultKind.Unwilling => true,
            RelayFaultKind.Unreachable when !wasReached => true,
            _ => faultsInARow >= Patience * carrier.Connections,
        };
        if (!waits && isHopeless)
            Hopeless = fault.Sentence;
        if (said is not null)
            return;
        log.CarrierFaulted(Reply.WithoutAddresses(fault.Sentence));
        (said, FaultedSince) = (fault, now);
    }
}
