using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>
/// The loop: starts issues whose time has come, claims what is due, hands it over on several connections, records
/// what became of it. Stopped, it begins nothing new, gives what is in flight some grace, and leaves the rest queued.
/// </summary>
internal sealed class Dispatcher(
    Databases databases,
    DataFolder folder,
    Ledger ledger,
    Freezing freezing,
    Recovery recovery,
    Upkeep upkeep,
    Letters letters,
    Carriers carriers,
    IOptions<DomainsOptions> domains,
    IOptions<DeliveryOptions> options,
    DeliveryMeter meter,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    private const int ClaimsAConnection = 16;

    // Beside what fits: mail that is no issue never waits for room.
    private const int MailsAhead = 16;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <returns>What became of the messages of this run.</returns>
    /// <exception cref="Refusal">
    /// Another process delivers from this data folder; the DKIM key cannot be used; or, in the foreground, the relay
    /// or folder cannot be reached. What is not sent stays queued.
    /// </exception>
    public async Task<DeliveryProgress> RunAsync(
        DeliveryMode mode,
        IProgress<DeliveryProgress>? progress,
        CancellationToken cancel
    )
    {
        using var alone = Alone();
        await letters.PrepareAsync(cancel);
        var connections = carriers
            .All.SelectMany(carrier =>
                Enumerable.Range(0, carrier.Connections).Select(_ => (Carrier: carrier, Connection: carrier.Open()))
            )
            .ToList();
        if (mode is not DeliveryMode.Forever)
            await RefuseUnreachableAsync(
                connections.DistinctBy(each => each.Carrier).Select(each => each.Connection),
                cancel
            );
        ledger.Forget();
        if (await recovery.AtStartAsync(ledger.Owner, cancel) is > 0 and var recovered)
            log.Recovered(recovered);
        log.Delivering(carriers.Name, carriers.Connections);
        using var cutOff = new CancellationTokenSource();
        var patience = LedgerPatience.For(mode, clock, log);
        var queue = new LedgerQueue(ledger, patience);
        using var run = new DispatchRun(
            queue,
            patience,
            Route.Of(carriers.All, mode, log),
            new ClaimQueue(new RecipientDomains(domains.Value.All), carriers.Connections * ClaimsAConnection),
            progress,
            meter,
            clock,
            log,
            cancel
        );
        await using var grace = run.Stop.Register(() => cutOff.CancelAfter(Durations.Parse(options.Value.Grace)));
        var recording = queue.RunAsync(cutOff.Token);
        var working = connections
            .Select(each => new DispatchWorker(run, run.RouteOf(each.Carrier), each.Connection, letters, clock, log))
            .Select(worker => worker.RunAsync(cutOff.Token))
            .ToArray();
        try
        {
            await FeedAsync(run, mode);
        }
        catch (Exception failure)
        {
            run.Fail(failure);
        }

        run.End();
        try
        {
            await Task.WhenAll(working);
        }
        finally
        {
            queue.Complete();
            await recording;
        }

        await ReleaseAsync(run, cutOff.Token);
        if (run.Failure is { } why)
            throw why is Refusal ? why : new InvalidOperationException("Delivery stopped at an error.", why);
        // Whoever waits for it in the foreground is told; what else was due has gone.
        if (mode is not DeliveryMode.Forever && run.Held is { } held)
            throw new Refusal(held);
        return run.SoFar;
    }

    /// <exception cref="Refusal">Another process delivers from this data folder, or the DKIM key cannot be used.</exception>
    public async Task RefuseIfNotReadyAsync(CancellationToken cancel)
    {
        using var alone = Alone();
        await letters.PrepareAsync(cancel);
    }

    // Before an audience is frozen: what cannot be sent at all is left as it was. A fault that may pass is for the run.
    private async Task RefuseUnreachableAsync(IEnumerable<ICarrierConnection> oneEach, CancellationToken cancel)
    {
        if (!await freezing.AnyIsDueAsync(cancel) && !await ledger.AnyServiceMailIsDueAsync(cancel))
            return;
        var sentences = new List<string>();
        foreach (var connection in oneEach)
        {
            if (await connection.ReadyAsync(cancel) is not { Kind: not RelayFaultKind.Passing } fault)
                return;
            sentences.Add(fault.Sentence);
        }

        throw new Refusal($"{string.Join(" ", sentences)} What is not sent stays queued.");
    }

    private async Task FeedAsync(DispatchRun run, DeliveryMode mode)
    {
        var lastTick = clock.GetTimestamp();
        var isMoreToTidy = true;
        while (!run.Stop.IsCancellationRequested)
        {
            // Asked before the tick: what settles after it has not been seen by it yet.
            var isQuiet = run.Outstanding == 0;
            var isTurnOver = run.Now >= run.LastTurn;
            if (isQuiet || clock.GetElapsedTime(lastTick) >= Poll)
            {
                isMoreToTidy = await run.Patience.KeepTryingAsync(() => upkeep.TurnAsync(run), run.Stop);
                lastTick = clock.GetTimestamp();
            }

            var claimed = await ClaimAsync(run);
            if (claimed == 0 && isQuiet && isMoreToTidy)
                continue;
            if (claimed == 0 && isQuiet && await IsOverAsync(run, mode, isTurnOver))
                return;
            if (claimed == 0 || run.Work.Count > run.Work.Capacity / 2)
                await run.WaitForPulseAsync(Poll);
        }
    }

    private async Task<int> ClaimAsync(DispatchRun run)
    {
        await PutOffAsync(run);
        var room = RoomIn(run);
        var claims = await run.Patience.KeepTryingAsync(
            () => ledger.ClaimAsync(MailsAhead - run.Work.ServiceMails, room, CancellationToken.None),
            run.Stop
        );
        run.Claimed(claims.Count);
        run.Work.Offer(claims, run.Now);
        await PutOffAsync(run);
        return claims.Count;
    }

    // For others' sake no more is held than goes soon: on PostgreSQL a claim ends with its lease.
    private static int RoomIn(DispatchRun run)
    {
        var rates = run.Routes.Select(route => route.Within(Soon, run.Now)).ToList();
        return run.Work.Room(rates.TrueForAll(rate => rate is not null) ? rates.Sum() : null);
    }

    // What cannot go soon waits in the ledger, so that there is always room for everybody else.
    private async Task PutOffAsync(DispatchRun run)
    {
        var late = run.Work.TakeLate();
        if (late.Count == 0)
            return;
        var (now, passed) = (ledger.Now, run.Now);
        var turns = late.Select(each => (each.Claim, now + (each.At - passed))).ToList();
        await run.Patience.KeepTryingAsync(() => ledger.PutOffAsync(turns, CancellationToken.None), run.Stop);
        run.LastTurn = late.Max(each => each.At > run.LastTurn ? each.At : run.LastTurn);
        run.Ended(late.Count);
    }

    private async Task<bool> IsOverAsync(DispatchRun run, DeliveryMode mode, bool isTurnOver) =>
        mode switch
        {
            // What waits for its domain's turn is due all the same.
            DeliveryMode.UntilIdle => isTurnOver
                || !await run.Patience.KeepTryingAsync(
                    () => ledger.AnyTurnWaitsAsync(CancellationToken.None),
                    run.Stop
                ),
            DeliveryMode.UntilDone => !await run.Patience.KeepTryingAsync(
                () => ledger.AnythingWaitsAsync(CancellationToken.None),
                run.Stop
            ),
            _ => false,
        };

    private async Task ReleaseAsync(DispatchRun run, CancellationToken cutOff)
    {
        try
        {
            await run.Patience.KeepTryingAsync(
                async () =>
                {
                    await ledger.ReleaseAllAsync(CancellationToken.None);
                    return true;
                },
                cutOff
            );
        }
        catch (Exception fault) when (DatabaseFault.In(fault) is not null)
        {
            // The next run takes them back.
            run.Fail(fault);
        }
    }

    // Two processes on one SQLite would wait for each other's writes, and neither could tell a dead owner's claims.
    private IDisposable? Alone() =>
        databases.IsPostgres
            ? null
            : folder.TryLock("delivery.lock")
                ?? throw new Refusal(
                    $"Another process delivers from {folder.Path} already (a running \"newsletter serve\" does); stop it first, or let it do the work."
                );
}
