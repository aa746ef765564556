using System.Collections.Concurrent;
using System.Globalization;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>What the connections of one run share: the work, the ledger's queue, and the ways to stop.</summary>
internal sealed class DispatchRun : IDisposable
{
    private readonly SemaphoreSlim pulse = new(0, 1);
    private readonly Lock counting = new();
    private readonly TroubledMessages troubled = new();
    private readonly ConcurrentQueue<(string Domain, string Reason)> refusing = [];
    private readonly IProgress<DeliveryProgress>? progress;
    private readonly DeliveryMeter meter;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly CancellationTokenSource stop;
    private readonly ILogger log;
    private int outstanding;

    public DispatchRun(
        LedgerQueue ledger,
        LedgerPatience patience,
        IReadOnlyList<Route> routes,
        ClaimQueue work,
        IProgress<DeliveryProgress>? progress,
        DeliveryMeter meter,
        TimeProvider clock,
        ILogger log,
        CancellationToken cancel
    )
    {
        this.log = log;
        Senders = new SenderRefusals(routes);
        (Ledger, Patience, Routes, Work) = (ledger, patience, routes, work);
        (this.progress, this.meter, this.clock, start) = (progress, meter, clock, clock.GetTimestamp());
        StartedAt = clock.GetUtcNow();
        meter.Watch(routes, () => Now);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    }

    public LedgerQueue Ledger { get; }

    public LedgerPatience Patience { get; }

    public IReadOnlyList<Route> Routes { get; }

    public ClaimQueue Work { get; }

    public SenderRefusals Senders { get; }

    public Route RouteOf(ICarrier carrier) => Routes.First(route => route.Carrier == carrier);

    public DateTimeOffset StartedAt { get; }

    /// <summary>Since the run began, whatever is done to the clock meanwhile.</summary>
    public TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>The last turn that was given to a message whose domain is slow.</summary>
    public TimeSpan LastTurn { get; set; }

    /// <summary>No new message is begun once this is set.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Why the run ends before its time; null where nothing is wrong.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Claimed, and not settled yet.</summary>
    public int Outstanding => Volatile.Read(ref outstanding);

    public DeliveryProgress SoFar { get; private set; } = DeliveryProgress.None;

    public void Claimed(int count) => Interlocked.Add(ref outstanding, count);

    /// <summary>A claim came to its end, whatever that is.</summary>
    public void Ended(int count = 1)
    {
        if (Interlocked.Add(ref outstanding, -count) == 0)
            Pulse();
    }

    /// <summary>A claim came to nothing: the message was withdrawn, its issue stopped, or it is another's by now.</summary>
    public void Left(Claim claim)
    {
        troubled.Forget(claim);
        Ended();
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

    public async Task WaitForPulseAsync(TimeSpan atMost)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Task.WhenAny(pulse.WaitAsync(waiting.Token), Task.Delay(atMost, clock, waiting.Token));
        await waiting.CancelAsync();
    }

    /// <summary>Counts an outcome, reports it, and says what it means for the ledger.</summary>
    /// <param name="claim">The message.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="route">The way that it took.</param>
    /// <param name="began">When it was begun, since the run began.</param>
    public Settlement Settle(Claim claim, DeliveryOutcome outcome, Route route, TimeSpan began)
    {
        var now = Now;
        if (route.Count(claim, outcome, began, now))
            Work.Nudge();
        meter.Count(claim, outcome, route, now - began);
        if (Work.Done(claim, outcome, now - began, now) is { } domain)
            refusing.Enqueue((domain, outcome is DeliveryOutcome.Refused(var reason) ? reason : ""));
        var repeated = troubled.Count(claim, outcome, now);
        // Several connections settle at once; what is reported never goes back.
        lock (counting)
        {
            SoFar = SoFar.With(outcome);
            progress?.Report(SoFar);
        }

        return new Settlement(claim, outcome, repeated);
    }

    /// <summary>Stops an issue until a person has looked at it. Nothing of it is begun after this.</summary>
    /// <param name="claim">A message of it.</param>
    /// <param name="because">For whoever looks.</param>
    /// <param name="giveUp">Waits no longer for a ledger that is away.</param>
    public async Task HoldAsync(MessageClaim claim, string because, CancellationToken giveUp)
    {
        if (!await Ledger.HoldAsync(claim.IssueId, because, giveUp))
            return;
        Held ??= $"Issue {claim.IssueId.ToString(CultureInfo.InvariantCulture)} is held: {because}";
        log.Held(claim.IssueId, Reply.WithoutAddresses(because));
    }

    /// <summary>What was said of the first issue that was held; null where none was.</summary>
    public string? Held { get; private set; }

    /// <summary>A domain that refuses us as a whole; the same until that was said.</summary>
    public (string Domain, string Reason)? Refusing => refusing.TryPeek(out var domain) ? domain : null;

    public void SaidRefusing() => refusing.TryDequeue(out _);

    /// <summary>Ends a run in the foreground that no relay will take anything from.</summary>
    public void FailIfHopeless()
    {
        var hopeless = Routes.Select(route => route.Circuit.Hopeless).ToList();
        if (hopeless.TrueForAll(sentence => sentence is not null))
            Fail(new Refusal($"{string.Join(" ", hopeless)} What is not sent stays queued."));
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
