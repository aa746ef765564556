using Newsletter.Delivery.Relays;

namespace Newsletter.Delivery.Routing;

/// <summary>What the operator is told of a carrier's faults: when they begin and when they end, each once.</summary>
internal sealed class Outage(string carrier, ILogger log)
{
    // A server that hangs up now and then is said once in so long.
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private TimeSpan? lastSaid;
    private bool isSaid;

    /// <summary>The last fault; null where the carrier takes mail.</summary>
    public RelayFault? Fault { get; private set; }

    public TimeSpan Since { get; private set; }

    /// <summary>When the last fault was met.</summary>
    public TimeSpan Last { get; private set; }

    /// <param name="fault">What was met.</param>
    /// <param name="isStop">Nothing goes from here on: said at once, whatever was said before.</param>
    /// <param name="now">Since the run began.</param>
    public void Met(RelayFault fault, bool isStop, TimeSpan now)
    {
        if (Fault is null)
            Since = now;
        (Fault, Last) = (fault, now);
        if (!isStop && (isSaid || now - lastSaid < BetweenLines))
            return;
        (isSaid, lastSaid) = (true, now);
        log.CarrierFaulted(Reply.WithoutAddresses(fault.Sentence));
    }

    public void Over()
    {
        if (isSaid)
            log.CarrierRecovered(carrier);
        (Fault, isSaid) = (null, false);
    }
}
