using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Messages;

namespace Newsletter.Delivery;

/// <summary>
/// One connection and the messages that go over it, one after another. A message is taken only where it may go at
/// once and the connection is ready, and its outcome is on disk before the next is begun.
/// </summary>
internal sealed class DispatchWorker(
    DispatchRun run,
    Route route,
    ICarrierConnection connection,
    Letters letters,
    TimeProvider clock,
    ILogger log
)
{
    private readonly Idleness idleness = new(TimeSpan.FromSeconds(10));

    private Settlement? done;
    private bool isOpen;
    private int faults;
    private TimeSpan restUntil;

    /// <param name="cutOff">Ends what is in flight: the grace after a stop is over.</param>
    public async Task RunAsync(CancellationToken cutOff)
    {
        try
        {
            while (!run.Stop.IsCancellationRequested)
            {
                var changed = run.Work.Changed;
                var now = run.Now;
                var at = NextAt(now);
                if (at <= now)
                {
                    await TakeAsync(changed, now, cutOff);
                    continue;
                }

                await SettleAsync();
                await WaitAsync(changed, at - now);
            }
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // Asked to stop while connecting or resting; what was claimed goes back when the run ends.
        }
        catch (Exception failure)
        {
            run.Fail(failure);
        }
        finally
        {
            await SettleAsync();
            await HangUpAsync(CancellationToken.None);
            await connection.DisposeAsync();
        }
    }

    // Null: not before something changes.
    private TimeSpan? NextAt(TimeSpan now)
    {
        if (run.Work.NextAt(now) is not { } work || route.NextAt(now) is not { } turn)
            return null;
        var at = work > turn ? work : turn;
        return at > restUntil ? at : restUntil;
    }

    private async Task TakeAsync(Task changed, TimeSpan now, CancellationToken cutOff)
    {
        if (isOpen && route.Circuit.TryClose(connection, now))
        {
            await SettleAsync();
            await HangUpAsync(run.Stop, isCounted: true);
        }

        if (!await ReadyAsync(changed, now) || route.Take(run.Work, run.Now) is not { } claim)
            return;
        if (run.Work.Count <= run.Work.Capacity / 2)
            run.Pulse();
        var settled = done;
        done = null;
        var began = run.Now;
        var dated = await run.Ledger.StepAsync(new LedgerStep(settled, claim));
        if (settled is not null)
            run.Ended();
        if (dated is null)
        {
            // Withdrawn, paused, or another's by now: the ledger has said so already.
            route.Left(run.Work, claim);
            run.Left(claim);
            return;
        }

        await CarryAsync(claim, dated.Value, began, cutOff);
        idleness.Ended();
    }

    private async Task<bool> ReadyAsync(Task changed, TimeSpan now)
    {
        var wasOpen = isOpen;
        if (!wasOpen && route.Circuit.ConnectAt(connection, now) is var at && !(at <= now))
        {
            await SettleAsync();
            await WaitAsync(changed, at - now);
            return false;
        }

        // To connect may take minutes, and what the relay took is on disk before.
        if (!connection.IsReady)
            await SettleAsync();
        RelayFault? fault;
        try
        {
            fault = await connection.ReadyAsync(run.Stop);
        }
        catch (OperationCanceledException)
        {
            if (!wasOpen)
                route.Circuit.GaveUpConnecting(connection);
            throw;
        }

        if (fault is null)
        {
            isOpen = true;
            idleness.Ended();
            if (!wasOpen)
                Changed(() => route.Circuit.Opened(connection));
            return true;
        }

        isOpen = false;
        await SettleAsync();
        Changed(() => route.Circuit.CouldNotConnect(connection, fault, wasOpen, run.Now));
        return false;
    }

    private async Task CarryAsync(Claim claim, DateTimeOffset dated, TimeSpan began, CancellationToken cutOff)
    {
        var outcome = run.Senders.Judge(claim, await OutcomeAsync(claim, dated, cutOff), route, run.Now);
        if (outcome is DeliveryOutcome.Interrupted or DeliveryOutcome.Unknown)
            await HangUpAsync(run.Stop);
        if (outcome.Trouble is { } fault)
            restUntil = run.Now + fault.RestAfter(faults++);

        done = run.Settle(claim, outcome, route, began);
        switch (outcome)
        {
            case DeliveryOutcome.Interrupted:
            case DeliveryOutcome.Unknown:
                // First, so that nobody takes it again only to be interrupted once more.
                run.FailIfHopeless();
                run.Work.Nudge();
                await SettleAsync();
                break;
            case DeliveryOutcome.SenderRefused(var refused) { HoldsIssue: true }:
                await run.HoldAsync(
                    (MessageClaim)claim,
                    $"{refused.Sentence} Then resume the issue, or cancel it.",
                    cutOff
                );
                await SettleAsync();
                break;
            case DeliveryOutcome.Refused(var reason):
                log.Refused(claim, Reply.WithoutAddresses(reason));
                break;
            case DeliveryOutcome.Accepted:
                faults = 0;
                break;
            default:
                break;
        }
    }

    private async Task<DeliveryOutcome> OutcomeAsync(Claim claim, DateTimeOffset dated, CancellationToken cutOff)
    {
        OutgoingMessage? message;
        try
        {
            message = await run.Patience.KeepTryingAsync(
                () => letters.WriteAsync(claim, dated, CancellationToken.None),
                cutOff
            );
        }
        catch (Exception fault) when (IsOfTheLetter(fault))
        {
            // A template that decides by reader may be wrong for one of them; the others are not made to wait. Nor
            // for what nobody thought of, which would end the run at this message again and again.
            var reason = fault is Refusal ? fault.Message : $"It cannot be written: {fault.Message}";
            return new DeliveryOutcome.Refused(Reply.Short(reason));
        }

        return message is null
            ? new DeliveryOutcome.Refused("The address cannot be read.")
            : await connection.CarryAsync(message, cutOff);
    }

    private static bool IsOfTheLetter(Exception fault) =>
        fault is not (OperationCanceledException or OutOfMemoryException) && DatabaseFault.In(fault) is null;

    private async Task SettleAsync()
    {
        if (done is null)
            return;
        var settled = done;
        done = null;
        await run.Ledger.StepAsync(new LedgerStep(settled, Next: null));
        run.Ended();
    }

    private async Task WaitAsync(Task changed, TimeSpan? atMost)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        var due = Task.Delay(atMost ?? Timeout.InfiniteTimeSpan, clock, waiting.Token);
        var idle = Task.Delay(isOpen ? idleness.Left : Timeout.InfiniteTimeSpan, waiting.Token);
        var first = await Task.WhenAny(changed, due, idle);
        await waiting.CancelAsync();
        if (first == idle && !run.Stop.IsCancellationRequested)
            await HangUpAsync(run.Stop);
    }

    private async Task HangUpAsync(CancellationToken cancel, bool isCounted = false)
    {
        if (!isOpen)
            return;
        isOpen = false;
        await connection.RestAsync(cancel);
        Changed(isCounted ? () => { } : () => route.Circuit.Closed(connection, run.Now));
    }

    // Others of this route, or of a reserve, may wait for it.
    private void Changed(Action change)
    {
        change();
        run.Work.Nudge();
        run.FailIfHopeless();
    }
}
