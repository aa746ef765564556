using System.Threading.Channels;

namespace Newsletter.Delivery;

/// <summary>
/// Gathers what the connections ask of the ledger at the same moment into one commit: each waits for its own answer
/// to be on disk, and all of them for one disk.
/// </summary>
internal sealed class LedgerQueue(Ledger ledger, LedgerPatience patience)
{
    private readonly Channel<Asked> asked = Channel.CreateUnbounded<Asked>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>The date of the message begun; null where there was none to begin, or it may not be sent.</summary>
    public async Task<DateTimeOffset?> StepAsync(LedgerStep step)
    {
        var answer = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await asked.Writer.WriteAsync(new Asked(step, answer));
        return await answer.Task;
    }

    /// <summary>Holds an issue that is being sent.</summary>
    /// <returns>False where it was stopped already.</returns>
    public Task<bool> HoldAsync(int issueId, string because, CancellationToken giveUp) =>
        patience.KeepTryingAsync(() => ledger.HoldAsync(issueId, because, CancellationToken.None), giveUp);

    public void Complete() => asked.Writer.Complete();

    /// <param name="cancel">Gives up on a ledger that cannot be written. Outcomes that are lost so are in doubt at the next start.</param>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await asked.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<Asked>();
            while (batch.Count < 500 && asked.Reader.TryRead(out var one))
                batch.Add(one);
            await AnswerAsync(batch, cancel);
        }
    }

    private async Task AnswerAsync(List<Asked> batch, CancellationToken cancel)
    {
        try
        {
            // The outcomes are known and must not be lost: a full disk or a database that restarts is waited for.
            var begun = await patience.KeepTryingAsync(
                () => ledger.CommitAsync([.. batch.Select(one => one.Step)], CancellationToken.None),
                cancel
            );
            foreach (var (step, answer) in batch)
                answer.SetResult(step.Next is { } next && begun.TryGetValue(next, out var dated) ? dated : null);
        }
        catch (Exception fault)
        {
            foreach (var (_, answer) in batch)
                answer.TrySetException(fault);
        }
    }

    private sealed record Asked(LedgerStep Step, TaskCompletionSource<DateTimeOffset?> Answer);
}
