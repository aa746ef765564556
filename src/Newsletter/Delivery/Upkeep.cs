using Newsletter.Delivery.Alarming;

namespace Newsletter.Delivery;

/// <summary>What is seen to every half second beside the sending itself. Each part is short, whatever the size of the ledger.</summary>
internal sealed class Upkeep(
    Ledger ledger,
    Recovery recovery,
    Withdrawing withdrawing,
    Freezing freezing,
    SafetyValve valve,
    Alarms alarms,
    ProgressLog progress,
    Backlog backlog,
    DeliveryMeter meter,
    TimeProvider clock,
    ILogger<Dispatcher> log
)
{
    private static readonly TimeSpan BetweenMeasures = TimeSpan.FromSeconds(5);

    private long measured;

    /// <returns>Whether another turn has something to tidy at once.</returns>
    public async Task<bool> TurnAsync(DispatchRun run)
    {
        if (await recovery.OfDeadOwnersAsync(ledger.Owner, CancellationToken.None) is > 0 and var recovered)
            log.Recovered(recovered);
        var isMoreToWithdraw = await withdrawing.TurnAsync(CancellationToken.None);
        await freezing.DueAsync(CancellationToken.None);
        await valve.TurnAsync(CancellationToken.None);
        await AlarmAsync(run);
        if (await ledger.ExpireAsync(CancellationToken.None) is > 0 and var expired)
            log.Expired(expired);
        if (await ledger.FinishAsync(CancellationToken.None) is > 0 and var finished)
            log.Finished(finished);
        await MeasureAsync(run);
        return isMoreToWithdraw;
    }

    private async Task AlarmAsync(DispatchRun run)
    {
        await alarms.LookAsync(CancellationToken.None);
        foreach (var (domain, reason) in run.TakeRefusing())
        {
            log.DomainStopped(domain, Reply.WithoutAddresses(reason));
            await alarms.DomainStoppedAsync(domain, reason, CancellationToken.None);
        }

        foreach (var route in run.Routes)
        {
            if (route.Circuit.Fault is not { } fault)
                continue;
            var since = run.StartedAt + route.Circuit.FaultedSince;
            await alarms.RelayRefusesAsync(route.Carrier.Name, fault.Sentence, since, CancellationToken.None);
        }
    }

    private async Task MeasureAsync(DispatchRun run)
    {
        if (clock.GetElapsedTime(measured) < BetweenMeasures)
            return;
        measured = clock.GetTimestamp();
        meter.QueueAge(await backlog.OldestAsync(CancellationToken.None));
        await progress.TurnAsync(run, CancellationToken.None);
    }
}
