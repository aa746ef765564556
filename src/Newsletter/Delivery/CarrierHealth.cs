namespace Newsletter.Delivery;

/// <summary>
/// Whether the carrier as a whole is reachable, seen over all connections: says it once in the log when it changes,
/// and decides when a run in the foreground gives up.
/// </summary>
internal sealed class CarrierHealth(ICarrier carrier, DeliveryMode mode, ILogger log)
{
    // A fault that may pass is given so many tries by each connection before a run in the foreground ends.
    private const int Patience = 3;

    private readonly Lock gate = new();
    private int open;
    private int faultsInARow;
    private bool wasReached;
    private bool isFaulted;

    public void Opened()
    {
        lock (gate)
        {
            open++;
            wasReached = true;
        }
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
            if (isFaulted)
                log.CarrierRecovered(carrier.Name);
            isFaulted = false;
        }
    }

    /// <summary>A refusal where the run should end with it: nothing is open, and in the foreground nobody wants to wait.</summary>
    public Refusal? Faulted(RelayFault fault)
    {
        lock (gate)
        {
            faultsInARow++;
            var waits =
                mode is DeliveryMode.Forever
                || open > 0
                || (mode is DeliveryMode.UntilDone && wasReached && fault.Kind is not RelayFaultKind.Unwilling);
            var isHopeless = fault.Kind switch
            {
                RelayFaultKind.Unwilling => true,
                RelayFaultKind.Unreachable when !wasReached => true,
                _ => faultsInARow >= Patience * carrier.Connections,
            };
            if (!waits && isHopeless)
                return new Refusal($"{fault.Sentence} What is not sent stays queued.");
            if (!isFaulted)
                log.CarrierFaulted(Reply.WithoutAddresses(fault.Sentence));
            isFaulted = true;
            return null;
        }
    }
}
