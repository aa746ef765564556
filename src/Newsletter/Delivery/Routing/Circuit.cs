using Newsletter.Delivery.Relays;

namespace Newsletter.Delivery.Routing;

/// <summary>
/// Whether one carrier takes mail, seen over all its connections. Broken, one connection tries it now and then and
/// nothing is claimed for it; the messages have no part in that and are charged nothing.
/// </summary>
internal sealed class Circuit(ICarrier carrier, DeliveryMode mode, ILogger log)
{
    // So many messages of each connection may be interrupted in a row, and so many tries to connect fail, before
    // that counts as more than a fault that passes.
    private const int Patience = 3;

    private static readonly TimeSpan OneHint = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenRecoveries = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Outage outage = new(carrier.Name, log);
    private int open;
    private int connecting;
    private int allowed = carrier.Connections;
    private TimeSpan allowedSince;
    private int interruptions;
    private int failedTries;
    private bool wasReached;
    private bool hasCarried;
    private bool isBroken;
    private bool isTrying;
    private TimeSpan nextTry;
    private TimeSpan stoppedUntil;

    /// <summary>Why a run in the foreground should end with it; null where it should not.</summary>
    public string? Hopeless { get; private set; }

    public int Connected
    {
        get
        {
            lock (gate)
                return open;
        }
    }

    public bool IsBroken(TimeSpan now)
    {
        lock (gate)
            return isBroken || now < stoppedUntil;
    }

    /// <summary>Whether messages go over it at this moment.</summary>
    public bool IsOpen(TimeSpan now)
    {
        lock (gate)
            return open > 0 && !isBroken && now >= stoppedUntil;
    }

    /// <summary>Whether a connection has to hang up: nothing goes, or too many are open since it asked us to slow down.</summary>
    public bool HasToClose(TimeSpan now)
    {
        lock (gate)
            return isBroken || now < stoppedUntil || open > allowed;
    }

    /// <summary>What it does not take mail for, since when, and when that was last met; null where it does.</summary>
    public (RelayFault Fault, TimeSpan Since, TimeSpan Last, bool IsStopped)? Trouble(TimeSpan now)
    {
        lock (gate)
            return outage.Fault is { } fault ? (fault, outage.Since, outage.Last, now < stoppedUntil) : null;
    }

    /// <summary>When one more connection may be opened; now where it may be. Who may must say how that went.</summary>
    public TimeSpan? ConnectAt(TimeSpan now)
    {
        lock (gate)
        {
            if (now < stoppedUntil)
                return stoppedUntil;
            if (isBroken)
            {
                if (isTrying)
                    return null;
                if (now < nextTry)
                    return nextTry;
                isTrying = true;
            }
            else if (open + connecting >= AllowedAt(now))
            {
                return allowed < carrier.Connections ? allowedSince + BetweenRecoveries : null;
            }

            connecting++;
            return now;
        }
    }

    public void Opened()
    {
        lock (gate)
        {
            connecting--;
            open++;
            (wasReached, isBroken, isTrying) = (true, false, false);
        }
    }

    public void GaveUpConnecting()
    {
        lock (gate)
        {
            connecting--;
            isTrying = false;
        }
    }

    public void Closed()
    {
        lock (gate)
            open--;
    }

    public void Carried(TimeSpan now)
    {
        lock (gate)
        {
            (interruptions, failedTries, hasCarried) = (0, 0, true);
            // What is still answered to messages that were under way does not end a stop.
            if (now < stoppedUntil)
                return;
            outage.Over();
            Hopeless = null;
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
            else if (!isBroken || isTrying)
                Break(fault, now);
            isTrying = false;
            Met(fault, now);
        }
    }

    /// <summary>A connection broke under a message, or the relay refused what every message has.</summary>
    public void Interrupted(RelayFault fault, TimeSpan now)
    {
        lock (gate)
        {
            interruptions++;
            if (!isBroken && interruptions >= Patience * carrier.Connections)
                Break(fault, now);
            Met(fault, now);
        }
    }

    /// <summary>Nothing goes over it until then, and it is not even tried.</summary>
    public void Stop(RelayFault fault, TimeSpan until, TimeSpan now)
    {
        lock (gate)
        {
            stoppedUntil = until;
            outage.Met(fault, isStop: true, now);
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

    private int AllowedAt(TimeSpan now)
    {
        if (allowed < carrier.Connections && now - allowedSince >= BetweenRecoveries)
            (allowed, allowedSince) = (allowed + 1, now);
        return allowed;
    }

    private void Break(RelayFault fault, TimeSpan now)
    {
        isBroken = true;
        nextTry = now + fault.RestAfter(failedTries);
        failedTries++;
    }

    private void Met(RelayFault fault, TimeSpan now)
    {
        outage.Met(fault, isStop: false, now);
        var waits =
            mode is DeliveryMode.Forever
            // A connection that only waits for work says nothing of the relay.
            || (open > 0 && hasCarried)
            || (mode is DeliveryMode.UntilDone && wasReached && fault.Kind is not RelayFaultKind.Unwilling);
        var isHopeless = fault.Kind switch
        {
            RelayFaultKind.Unwilling => true,
            RelayFaultKind.Unreachable when !wasReached => true,
            _ => failedTries >= Patience || interruptions >= Patience * carrier.Connections,
        };
        if (!waits && isHopeless)
            Hopeless = fault.Sentence;
    }
}
