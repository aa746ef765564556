using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Newsletter.Delivery;

/// <summary>What the connections of one run share: the work, the ledger's queue, and the ways to stop.</summary>
internal sealed class DispatchRun : IDisposable
{
    private readonly SemaphoreSlim pulse = new(0, 1);
    private readonly ConcurrentDictionary<(Type Kind, long Id), bool> interrupted = [];
    private readonly IProgress<DeliveryProgress>? progress;
    private readonly CancellationTokenSource stop;
    private int outstanding;

    public DispatchRun(
        LedgerQueue ledger,
        LedgerPatience patience,
        CarrierHealth health,
        int capacity,
        IProgress<DeliveryProgress>? progress,
        CancellationToken cancel
    )
    {
        (Ledger, Patience, Health) = (ledger, patience, health);
        (Capacity, this.progress) = (capacity, progress);
        Work = Channel.CreateBounded<Claim>(capacity);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    }

    public LedgerQueue Ledger { get; }

    public LedgerPatience Patience { get; }

    public CarrierHealth Health { get; }

    public Channel<Claim> Work { get; }

    public int Capacity { get; }

    /// <summary>No new message is begun once this is set.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Why the run ends before its time; null where nothing is wrong.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Claimed, and not settled yet.</summary>
    public int Outstanding => Volatile.Read(ref outstanding);

    public DeliveryProgress SoFar { get; private set; } = DeliveryProgress.None;

    public void Claimed(int count) => Interlocked.Add(ref outstanding, count);

    /// <summary>A claim came to its end, whatever that is.</summary>
    public void Ended()
    {
        if (Interlocked.Decrement(ref outstanding) == 0)
            Pulse();
    }

    /// <summary>The one who claims should look again.</summary>
    public void Pulse()
    {
        lock (pulse)
        {
            if (pulse.CurrentCount == 0)
                pulse.Release();
        }
    }

    public async Task WaitForPulseAsync(TimeSpan atMost, TimeProvider clock)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Task.WhenAny(pulse.WaitAsync(waiting.Token), Task.Delay(atMost, clock, waiting.Token));
        await waiting.CancelAsync();
    }

    /// <summary>Counts an outcome, reports it, and says what it means for the ledger.</summary>
    public Settlement Settle(Claim claim, DeliveryOutcome outcome)
    {
        var repeated =
            outcome is DeliveryOutcome.Interrupted
                ? !interrupted.TryAdd((claim.GetType(), claim.Id), true)
                : interrupted.TryRemove((claim.GetType(), claim.Id), out _);
        // Several connections settle at once; what is reported never goes back.
        lock (interrupted)
        {
            SoFar = SoFar.With(outcome);
            progress?.Report(SoFar);
        }

        return new Settlement(claim, outcome, repeated);
    }

    public void Fail(Exception failure)
    {
        Failure ??= failure;
        stop.Cancel();
    }

    /// <summary>There is no more to do, or no more is to be done.</summary>
    public void End() => stop.Cancel();

    public void Dispose()
    {
        stop.Dispose();
        pulse.Dispose();
    }
}
