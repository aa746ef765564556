using Newsletter.Delivery.Relays;

namespace Newsletter.Delivery.Routing;

/// <summary>
/// Whether one carrier takes mail, seen over all its connections. Broken, one connection tries it now and then, until
/// a message is carried, and nothing is claimed for it; the messages have no part in that and are charged nothing.
/// </summary>
internal sealed class Circuit(ICarrier carrier, DeliveryMode mode, ILogger log)
{
    // So many messages of each connection may be interrupted in a row, and so many tries to connect fail, before
    // that counts as more than a fault that passes.
    private const int Patience = 3;

    // A message that was under way so long while nothing else went: the others would hang as long.
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly Outage outage = new(carrier.Name, log);
    private readonly Allowance allowance = new(carrier.Connections);
    private int open;
    private int connecting;
    private int interruptions;
    private int failedTries;
    private bool wasReached;
    private TimeSpan? lastCarried;

    /// <summary>Why it is broken; null where it is not.</summary>
    private RelayFault? broke;

    /// <summary>While it is broken, the one connection that tries it.</summary>
    private ICarrierConnection? probe;
    private bool isProbeOpen;
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
            return broke is not null || now < stoppedUntil;
    }

    /// <summary>Whether messages go over it at this moment.</summary>
    public bool IsOpen(TimeSpan now)
    {
        lock (gate)
            return open > 0 && broke is null && now >= stoppedUntil;
    }

    /// <summary>What it does not take mail for, since when, and when that was last met; null where it does.</summary>
    public (RelayFault Fault, TimeSpan Since, TimeSpan Last, bool IsStopped)? Trouble(TimeSpan now)
    {
        lock (gate)
            return outage.Fault is { } fault ? (fault, outage.Since, outage.Last, now < stoppedUntil) : null;
    }

    /// <summary>When one more connection may be opened; now where it may be. Who may must say how that went.</summary>
    public TimeSpan? ConnectAt(ICarrierConnection connection, TimeSpan now)
    {
        lock (gate)
        {
            if (now < stoppedUntil)
                return stoppedUntil;
            if (broke is not null)
            {
                if (probe is not null)
                    return null;
                if (now < nextTry)
                    return nextTry;
                probe = connection;
            }
            else if (open + connecting >= allowance.At(now))
            {
                return allowance.NextAt;
            }

            connecting++;
            return now;
        }
    }

    public void Opened(ICarrierConnection connection)
    {
        lock (gate)
        {
            connecting--;
            open++;
            wasReached = true;
            // A greeting is no proof that it takes mail: others come when a message was carried.
            if (broke is not null && !isProbeOpen)
                (probe, isProbeOpen) = (connection, true);
        }
    }

    public void GaveUpConnecting(ICarrierConnection connection)
    {
        lock (gate)
        {
            connecting--;
            if (connection == probe)
                EndProbe();
        }
    }

    /// <summary>
    /// Whether a connection has to hang up: nothing goes, another one tries, or too many are open since it asked us to
    /// slow down. It counts as closed from here on, so that others need not go as well.
    /// </summary>
    public bool TryClose(ICarrierConnection connection, TimeSpan now)
    {
        lock (gate)
        {
            var isWanted = broke is null ? open <= allowance.At(now) : connection == probe;
            if (isWanted && now >= stoppedUntil)
                return false;
            open--;
            if (connection == probe)
                EndProbe();
            return true;
        }
    }

    public void Closed(ICarrierConnection connection, TimeSpan now)
    {
        lock (gate)
        {
            open--;
            if (connection == probe && broke is not null)
                Break(broke, now);
        }
    }

    public void Carried(TimeSpan now)
    {
        lock (gate)
        {
            (interruptions, lastCarried) = (0, now);
            // What was under way before it broke, or before a stop, ends neither.
            if (now < stoppedUntil || (broke is not null && !isProbeOpen))
                return;
            (broke, failedTries, Hopeless) = (null, 0, null);
            EndProbe();
            outage.Over();
        }
    }

    /// <summary>It could not be reached, greeted or logged in to.</summary>
    /// <param name="connection">Whose try it was.</param>
    /// <param name="fault">Why.</param>
    /// <param name="wasOpen">A connection that was to be renewed; else a new one.</param>
    /// <param name="now">Since the run began.</param>
    public void CouldNotConnect(ICarrierConnection connection, RelayFault fault, bool wasOpen, TimeSpan now)
    {
        lock (gate)
        {
            if (wasOpen)
                open--;
            else
                connecting--;
            // A server that takes no more connections than it has is no broken one.
            if (broke is null && open > 0 && fault.Kind is RelayFaultKind.Passing)
                allowance.Limit(open + connecting, now);
            else if (broke is null || connection == probe)
                Break(fault, now);
            Met(fault, now);
        }
    }

    /// <summary>A connection broke under a message, or the relay refused what every message has.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="began">Since when the message was under way.</param>
    /// <param name="now">Since the run began.</param>
    public void Interrupted(RelayFault fault, TimeSpan began, TimeSpan now)
    {
        lock (gate)
        {
            interruptions++;
            var hung = now - began >= Hanging && !(lastCarried >= began);
            if (broke is null && (hung || interruptions >= Patience * carrier.Connections))
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

    /// <inheritdoc cref="Allowance.Press" />
    public bool Press(TimeSpan now)
    {
        lock (gate)
            return allowance.Press(now);
    }

    private void Break(RelayFault fault, TimeSpan now)
    {
        broke = fault;
        nextTry = now + fault.RestAfter(failedTries);
        failedTries++;
        EndProbe();
    }

    private void EndProbe() => (probe, isProbeOpen) = (null, false);

    private void Met(RelayFault fault, TimeSpan now)
    {
        outage.Met(fault, isStop: false, now);
        var waits =
            mode is DeliveryMode.Forever
            // A connection that only waits for work says nothing of the relay.
            || (open > 0 && lastCarried is not null)
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
