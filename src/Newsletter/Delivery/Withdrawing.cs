using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// Takes back what is not begun: of issues that were cancelled, and of readers who left or are suppressed. No mail
/// depends on it being in time, since the step to "sending" checks again; counts, and the end of an issue, do.
/// </summary>
internal sealed class Withdrawing(Databases databases, WriteLane lane, TimeProvider clock)
{
    public const string ReaderLeft = "The reader left or is suppressed.";
    public const string IssueCancelled = "The issue was cancelled.";

    // So many rows are written within the 50 ms that a write may hold the lane.
    private const int Piece = 2000;
    private const int PiecesATurn = 5;

    // It reads all that waits in some issues: nobody needs that more often.
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(1);

    // Where the search for readers who left goes on, and when the last one ended.
    private (int IssueId, long SubscriberId) looked;
    private long? searched;

    /// <summary>One turn of the work, short whatever the size of the ledger.</summary>
    /// <returns>Whether more is known to be left for another turn.</returns>
    public async Task<bool> TurnAsync(CancellationToken cancel) =>
        await CancelledAsync(cancel) | await LeftAsync(cancel);

    private async Task<bool> CancelledAsync(CancellationToken cancel)
    {
        for (var i = 0; i < PiecesATurn; i++)
        {
            int? cancelled;
            await using (var db = databases.CreateDbContext())
            {
                var waiting = db.Messages.Waiting();
                cancelled = await db
                    .Issues.Where(x => x.State == IssueState.Cancelled && waiting.Any(m => m.IssueId == x.Id))
                    .Select(x => (int?)x.Id)
                    .FirstOrDefaultAsync(cancel);
            }

            if (cancelled is not { } issueId)
                return false;
            await lane.WriteAsync(
                db =>
                    db.Messages.Waiting()
                        .Where(m => m.IssueId == issueId)
                        .Take(Piece)
                        .EndAsync(MessageState.Withdrawn, IssueCancelled, clock.GetUtcNow(), cancel),
                cancel
            );
        }

        return true;
    }

    // What is due is asked as it is begun. Looked for are those whose turn may be far: deferred, or of a stopped issue.
    private async Task<bool> LeftAsync(CancellationToken cancel)
    {
        if (looked == default && searched is { } ended && clock.GetElapsedTime(ended) < BetweenSearches)
            return false;
        await using var db = databases.CreateDbContext();
        var (now, messages, notSent) = (clock.GetUtcNow(), db.Messages, db.Messages.NotSent());
        var issueId = await db
            .Issues.Where(x =>
                x.Id >= looked.IssueId
                && (
                    (x.State == IssueState.Paused || x.State == IssueState.Held) && x.StartedAt != null
                    || (
                        x.State == IssueState.Sending
                        && notSent.Any(m => m.IssueId == x.Id && m.State == MessageState.Queued && m.NotBefore > now)
                    )
                )
            )
            .OrderBy(x => x.Id)
            .Select(x => (int?)x.Id)
            .FirstOrDefaultAsync(cancel);
        if (issueId is not { } id)
        {
            (looked, searched) = (default, clock.GetTimestamp());
            return false;
        }

        // By reader and not by state: this index gives a page without sorting all that wait.
        var after = id == looked.IssueId ? looked.SubscriberId : 0;
        var page = messages
            .Where(m => m.IssueId == id && m.SubscriberId > after)
            .OrderBy(m => m.SubscriberId)
            .Take(Piece);
        var reachable = db.Reachable();
        var left = await page.Where(m =>
                m.State == MessageState.Queued && !reachable.Any(s => s.Id == m.SubscriptionId)
            )
            .Select(m => m.Id)
            .ToListAsync(cancel);
        if (left.Count > 0)
            await WithdrawAsync(left, cancel);
        var end = await page.Select(m => m.SubscriberId).Skip(Piece - 1).Cast<long?>().FirstOrDefaultAsync(cancel);
        looked = end is { } last ? (id, last) : (id + 1, 0);
        return true;
    }

    private Task<int> WithdrawAsync(List<long> left, CancellationToken cancel) =>
        lane.WriteAsync(
            db =>
            {
                var reachable = db.Reachable();
                return db
                    .Messages.Waiting()
                    .Where(m => left.Contains(m.Id) && !reachable.Any(s => s.Id == m.SubscriptionId))
                    .EndAsync(MessageState.Withdrawn, ReaderLeft, clock.GetUtcNow(), cancel);
            },
            cancel
        );
}
