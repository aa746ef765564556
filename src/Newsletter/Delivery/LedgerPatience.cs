using Newsletter.Database;

namespace Newsletter.Delivery;

/// <summary>
/// Waits for a database that is away: it restarts, its disk is full, its network is cut. Said once when it goes and
/// once when it is back. What is given here can be repeated: a commit may have been made and its answer lost.
/// </summary>
/// <param name="longest">How long one piece of work is tried before its fault counts.</param>
internal sealed class LedgerPatience(TimeSpan longest, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Works that wait for it. A read that succeeds on a full disk does not mean that it can be written again.
    private int waiting;

    public static LedgerPatience For(DeliveryMode mode, TimeProvider clock, ILogger log) =>
        new(mode is DeliveryMode.Forever ? TimeSpan.MaxValue : TimeSpan.FromMinutes(1), clock, log);

    /// <param name="work">What to do.</param>
    /// <param name="giveUp">From then on the first fault counts.</param>
    public async Task<T> KeepTryingAsync<T>(Func<Task<T>> work, CancellationToken giveUp)
    {
        var began = clock.GetTimestamp();
        var (waits, isDone) = (false, false);
        try
        {
            for (var pause = ShortestPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
            {
                try
                {
                    var result = await work();
                    isDone = true;
                    return result;
                }
                catch (Exception fault)
                    when (DatabaseFault.In(fault) is { } database
                        && !giveUp.IsCancellationRequested
                        && clock.GetElapsedTime(began) < longest
                    )
                {
                    if (!waits && Interlocked.Increment(ref waiting) == 1)
                        log.LedgerFaulted(DatabaseFault.Sentence(database));
                    waits = true;
                }

                await Task.Delay(pause, clock, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            // Who gives up, or meets another fault, waits no longer either: the next time it goes is said again.
            if (waits && Interlocked.Decrement(ref waiting) == 0 && isDone)
                log.LedgerRecovered();
        }
    }
}
