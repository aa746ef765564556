namespace Newsletter.Delivery;

/// <summary>
/// One connection and the messages that go over it, one after another. A message is begun only on a connection that
/// is ready, and its outcome is on disk before the next is begun.
/// </summary>
internal sealed class DispatchWorker(
    DispatchRun run,
    ICarrierConnection connection,
    Ledger ledger,
    Letters letters,
    TimeProvider clock,
    ILogger log
)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan IdleBeforeHangingUp = TimeSpan.FromSeconds(10);

    private Settlement? done;
    private bool isOpen;
    private int faults;

    /// <param name="cutOff">Ends what is in flight: the grace after a stop is over.</param>
    public async Task RunAsync(CancellationToken cutOff)
    {
        try
        {
            while (!run.Stop.IsCancellationRequested)
            {
                if (run.Work.Reader.TryRead(out var claim))
                {
                    if (run.Work.Reader.Count <= run.Capacity / 2)
                        run.Pulse();
                    await TakeAsync(claim, cutOff);
                    continue;
                }

                await SettleAsync();
                await WaitForWorkAsync();
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
            await connection.DisposeAsync();
        }
    }

    private async Task TakeAsync(Claim claim, CancellationToken cutOff)
    {
        if (await connection.ReadyAsync(run.Stop) is { } fault)
        {
            await SettleAsync();
            await run.Patience.KeepTryingAsync(() => ledger.ReleaseAsync(claim, CancellationToken.None), cutOff);
            run.Ended();
            await RestAsync(fault);
            return;
        }

        Opened();
        var settled = done;
        done = null;
        var dated = await run.Ledger.StepAsync(new LedgerStep(settled, claim));
        if (settled is not null)
            run.Ended();
        if (dated is null)
        {
            // Withdrawn, paused, or another's by now: the ledger has said so already.
            run.Ended();
            return;
        }

        await CarryAsync(claim, dated.Value, cutOff);
    }

    private async Task CarryAsync(Claim claim, DateTimeOffset dated, CancellationToken cutOff)
    {
        var outcome = await OutcomeAsync(claim, dated, cutOff);
        done = run.Settle(claim, outcome);
        switch (outcome)
        {
            case DeliveryOutcome.Interrupted(var fault):
                await SettleAsync();
                await RestAsync(fault);
                break;
            case DeliveryOutcome.Refused(var reason):
                log.Refused(claim, Reply.WithoutAddresses(reason));
                break;
            case DeliveryOutcome.Accepted:
                faults = 0;
                run.Health.Carried();
                break;
            default:
                break;
        }
    }

    private async Task<DeliveryOutcome> OutcomeAsync(Claim claim, DateTimeOffset dated, CancellationToken cutOff)
    {
        try
        {
            var message = await run.Patience.KeepTryingAsync(
                () => letters.WriteAsync(claim, dated, CancellationToken.None),
                cutOff
            );
            return message is null
                ? new DeliveryOutcome.Refused("The address cannot be read.")
                : await connection.CarryAsync(message, cutOff);
        }
        catch (Refusal refusal)
        {
            // A template that decides by reader may be wrong for one of them; the others are not made to wait.
            return new DeliveryOutcome.Refused(refusal.Message);
        }
    }

    private async Task SettleAsync()
    {
        if (done is null)
            return;
        var settled = done;
        done = null;
        await run.Ledger.StepAsync(new LedgerStep(settled, Next: null));
        run.Ended();
    }

    // The first fault costs no time: a server that hung up on a resting connection takes the next one.
    private async Task RestAsync(RelayFault fault)
    {
        Closed();
        if (run.Health.Faulted(fault) is { } refusal)
        {
            run.Fail(refusal);
            return;
        }

        var rest =
            TimeSpan.FromSeconds(
                fault.Kind is not RelayFaultKind.Passing ? 1
                : faults == 0 ? 0
                : 0.5
            ) * (1 << Math.Min(faults, 6));
        faults++;
        await Task.Delay(rest < LongestRest ? rest : LongestRest, clock, run.Stop);
    }

    private async Task WaitForWorkAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        patience.CancelAfter(IdleBeforeHangingUp);
        try
        {
            await run.Work.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!run.Stop.IsCancellationRequested)
        {
            await connection.RestAsync(run.Stop);
            Closed();
            await run.Work.Reader.WaitToReadAsync(run.Stop);
        }
    }

    private void Opened()
    {
        if (!isOpen)
            run.Health.Opened();
        isOpen = true;
    }

    private void Closed()
    {
        if (isOpen)
            run.Health.Closed();
        isOpen = false;
    }
}
