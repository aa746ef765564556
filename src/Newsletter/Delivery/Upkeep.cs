using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.ServiceMails;

namespace Newsletter.Delivery;

/// <summary>What is seen to every half second beside the sending itself. Each part is short, whatever the size of the ledger.</summary>
internal sealed class Upkeep(
    Ledger ledger,
    Recovery recovery,
    Withdrawing withdrawing,
    Freezing freezing,
    SafetyValve valve,
    Alarms alarms,
    ReaderMails readerMails,
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
        await readerMails.TurnAsync(CancellationToken.None);
        if (await ledger.ExpireAsync(CancellationToken.None) is > 0 and var expired)
            log.Expired(expired);
        if (await ledger.FinishAsync(CancellationToken.None) is > 0 and var finished)
            log.Finished(finished);
        await MeasureAsync();
        return isMoreToWithdraw;
    }

    private async Task AlarmAsync(DispatchRun run)
    {
        await alarms.LookAsync(CancellationToken.None);
        while (run.Refusing is (var domain, var reason))
        {
            await alarms.DomainStoppedAsync(domain, reason, CancellationToken.None);
            log.DomainStopped(domain, Reply.WithoutAddresses(reason));
            run.SaidRefusing();
        }

        foreach (var route in run.Routes)
        {
            if (route.Circuit.Trouble(run.Now) is not { } trouble)
                continue;
            // Where nothing was tried for long, nobody knows whether it still refuses.
            var lasted = trouble.IsStopped ? TimeSpan.MaxValue : trouble.Last - trouble.Since;
            var since = run.StartedAt + trouble.Since;
            await alarms.RelayRefusesAsync(
                route.Carrier.Name,
                trouble.Fault.Sentence,
                since,
                lasted,
                CancellationToken.None
            );
        }
    }

    private async Task MeasureAsync()
    {
        if (clock.GetElapsedTime(measured) < BetweenMeasures)
            return;
        measured = clock.GetTimestamp();
        meter.QueueAge(await backlog.OldestAsync(CancellationToken.None));
        await progress.TurnAsync(CancellationToken.None);
    }
}
