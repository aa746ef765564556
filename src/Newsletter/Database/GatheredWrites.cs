namespace Newsletter.Database;

/// <summary>
/// What many ask for at the same moment is written together: each waits for its own answer to be on disk, and all of
/// them for one disk. Nobody waits for others to come: who finds nothing under way is written at once.
/// </summary>
/// <param name="write">Writes all, and gives an answer to each in their order. Where it fails each is tried alone.</param>
/// <param name="most">How many are written together.</param>
internal sealed class GatheredWrites<TAsk, TAnswer>(
    Func<IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> write,
    int most
)
{
    private readonly Lock gate = new();
    private readonly Queue<Asked> waiting = [];
    private bool isWriting;

    public Task<TAnswer> AskAsync(TAsk what)
    {
        var asked = new Asked(what, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            waiting.Enqueue(asked);
            if (!isWriting)
                _ = Task.Run(WriteAllAsync);
            isWriting = true;
        }

        return asked.Answer.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } together)
        {
            if (!await TryAsync(together, isLast: together.Count == 1))
                foreach (var alone in together)
                    await TryAsync([alone], isLast: true);
        }
    }

    private List<Asked> Next()
    {
        lock (gate)
        {
            var next = new List<Asked>();
            while (next.Count < most && waiting.TryDequeue(out var asked))
                next.Add(asked);
            isWriting = next.Count > 0;
            return next;
        }
    }

    private async Task<bool> TryAsync(List<Asked> together, bool isLast)
    {
        try
        {
            var answers = await write([.. together.Select(asked => asked.What)]);
            foreach (var (asked, answer) in together.Zip(answers))
                asked.Answer.SetResult(answer);
            return true;
        }
        catch (Exception fault)
        {
            if (isLast)
                together.ForEach(asked => asked.Answer.TrySetException(fault));
            return isLast;
        }
    }

    private sealed record Asked(TAsk What, TaskCompletionSource<TAnswer> Answer);
}
