using System.Diagnostics;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery.Alarming;

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
    Withdrawing withdrawing,
    Recovery recovery,
    Alarms alarms,
    Letters letters,
    ICarrier carrier,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    private const int ClaimsAConnection = 16;
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
        var connections = Enumerable.Range(0, carrier.Connections).Select(_ => carrier.Open()).ToArray();
        if (mode is not DeliveryMode.Forever)
            await RefuseUnreachableAsync(connections[0], cancel);
        Report(await recovery.AtStartAsync(ledger.Owner, cancel));
        log.Delivering(carrier.Name, carrier.Connections);
        using var cutOff = new CancellationTokenSource();
        var patience = LedgerPatience.For(mode, clock, log);
        var queue = new LedgerQueue(ledger, patience);
        var capacity = carrier.Connections * ClaimsAConnection;
        using var run = new DispatchRun(
            queue,
            patience,
            new CarrierHealth(carrier, mode, log),
            capacity,
            progress,
            cancel
        );
        await using var grace = run.Stop.Register(() => cutOff.CancelAfter(Durations.Parse(options.Value.Grace)));
        var recording = queue.RunAsync(cutOff.Token);
        var working = connections
            .Select(connection =>
                new DispatchWorker(run, connection, ledger, letters, clock, log).RunAsync(cutOff.Token)
            )
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
        await Task.WhenAll(working);
        queue.Complete();
        await recording;
        await ReleaseAsync(run, cutOff.Token);
        if (run.Failure is { } why)
            throw why is Refusal ? why : new InvalidOperationException("Delivery stopped at an error.", why);
        return run.SoFar;
    }

    /// <exception cref="Refusal">Another process delivers from this data folder, or the DKIM key cannot be used.</exception>
    public async Task RefuseIfNotReadyAsync(CancellationToken cancel)
    {
        using var alone = Alone();
        await letters.PrepareAsync(cancel);
    }

    // Before an audience is frozen: what cannot be sent at all is left as it was. A fault that may pass is for the run.
    private async Task RefuseUnreachableAsync(ICarrierConnection connection, CancellationToken cancel)
    {
        if (
            (await freezing.AnyIsDueAsync(cancel) || await ledger.AnyServiceMailIsDueAsync(cancel))
            && await connection.ReadyAsync(cancel) is { Kind: not RelayFaultKind.Passing } fault
        )
            throw new Refusal($"{fault.Sentence} What is not sent stays queued.");
    }

    private async Task FeedAsync(DispatchRun run, DeliveryMode mode)
    {
        var lastTick = clock.GetTimestamp();
        var isMoreToTidy = true;
        while (!run.Stop.IsCancellationRequested)
        {
            // Asked before the tick: what settles after it has not been seen by it yet.
            var isQuiet = run.Outstanding == 0;
            if (isQuiet || clock.GetElapsedTime(lastTick) >= Poll)
            {
                isMoreToTidy = await run.Patience.KeepTryingAsync(TickAsync, run.Stop);
                lastTick = clock.GetTimestamp();
            }

            var claimed = await ClaimAsync(run);
            if (claimed == 0 && isQuiet && isMoreToTidy)
                continue;
            if (claimed == 0 && isQuiet && await IsOverAsync(run, mode))
                return;
            if (claimed == 0 || run.Work.Reader.Count > run.Capacity / 2)
                await run.WaitForPulseAsync(Poll, clock);
        }
    }

    /// <returns>Whether another turn has something to tidy at once.</returns>
    private async Task<bool> TickAsync()
    {
        Report(await recovery.OfDeadOwnersAsync(ledger.Owner, CancellationToken.None));
        var isMoreToWithdraw = await withdrawing.TurnAsync(CancellationToken.None);
        await freezing.DueAsync(CancellationToken.None);
        await alarms.LookAsync(CancellationToken.None);
        if (await ledger.ExpireAsync(CancellationToken.None) is > 0 and var expired)
            log.Expired(expired);
        if (await ledger.FinishAsync(CancellationToken.None) is > 0 and var finished)
            log.Finished(finished);
        return isMoreToWithdraw;
    }

    private async Task<int> ClaimAsync(DispatchRun run)
    {
        var room = run.Capacity - run.Work.Reader.Count;
        if (room < run.Capacity / 2)
            return 0;
        var claims = await run.Patience.KeepTryingAsync(
            () => ledger.ClaimAsync(room, CancellationToken.None),
            run.Stop
        );
        run.Claimed(claims.Count);
        foreach (var claim in claims)
        {
            // Only here is written, and no more was claimed than there was room for; a stop in between loses no claim.
            if (!run.Work.Writer.TryWrite(claim))
                throw new UnreachableException("More was claimed than there is room for.");
        }

        return claims.Count;
    }

    private async Task<bool> IsOverAsync(DispatchRun run, DeliveryMode mode) =>
        mode switch
        {
            DeliveryMode.UntilIdle => true,
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
            await run.Patience.KeepTryingAsync(() => ledger.ReleaseAllAsync(CancellationToken.None), cutOff);
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

    private void Report(int recovered)
    {
        if (recovered > 0)
            log.Recovered(recovered);
    }
}
