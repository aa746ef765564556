using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>What the ledger says of an issue, for whoever asks.</summary>
internal sealed class IssueStatuses(Databases databases, TimeProvider clock)
{
    /// <exception cref="Refusal">There is no such issue.</exception>
    public async Task<IssueStatus> OfAsync(int issueId, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        // One view of issue and messages: between two statements an issue could be frozen, and the sum be wrong.
        await using var snapshot = await db.Database.BeginTransactionAsync(Snapshot(db), cancel);
        var issue = await db.IssueAsync(issueId, cancel);
        var counts = await db
            .Messages.NotSent()
            .Where(m => m.IssueId == issueId)
            .GroupBy(m => m.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, cancel);
        var next = await db
            .Messages.NotSent()
            .Where(m => m.IssueId == issueId && m.State == MessageState.Queued)
            .OrderBy(m => m.NotBefore)
            .Select(m => (DateTimeOffset?)m.NotBefore)
            .FirstOrDefaultAsync(cancel);
        var isCancelled = issue.State is IssueState.Cancelled;
        int Count(MessageState state) => counts.GetValueOrDefault(state);
        // Nothing of a cancelled issue goes any more, whether or not a process has come to write it down.
        var waiting = Count(MessageState.Queued) + Count(MessageState.Claimed);
        return new IssueStatus(
            issue.Id,
            issue.State,
            issue.HeldBecause,
            Expected: issue.StartedAt is null && !isCancelled
                ? await db.ExpectedAsync(issueId, clock.GetUtcNow(), cancel)
                : null,
            issue.Audience ?? 0,
            Queued: isCancelled ? 0 : waiting,
            Sending: Count(MessageState.Sending),
            Sent: (issue.Audience ?? 0) - counts.Values.Sum(),
            Failed: Count(MessageState.Failed),
            Unknown: Count(MessageState.Unknown),
            Withdrawn: Count(MessageState.Withdrawn) + (isCancelled ? waiting : 0),
            issue.NotBefore,
            issue.StartedAt,
            issue.FinishedAt,
            isCancelled ? null : next,
            issue.Segment
        );
    }

    /// <summary>One line a message, in the order of the readers; read page by page, so that a million is no matter.</summary>
    /// <param name="state">Only these; <see cref="MessageState.Queued"/> includes the claimed. Null: all.</param>
    public async IAsyncEnumerable<MessageLine> MessagesAsync(
        int issueId,
        MessageState? state,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var lines = new MessageLines(databases, issueId, await IsCancelledAsync(issueId, cancel));
        for (long after = 0; ; )
        {
            var page = await lines.PageAsync(state, after, cancel);
            foreach (var line in page)
                yield return line;
            if (page.Count < MessageLines.PageSize)
                yield break;
            after = page[^1].SubscriberId;
        }
    }

    // On SQLite any other level takes the write lock; this one reads a snapshot of the write-ahead log, which sees
    // nothing uncommitted in spite of its name.
    private static IsolationLevel Snapshot(NewsletterDb db) =>
        db.Database.IsNpgsql() ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted;

    private async Task<bool> IsCancelledAsync(int issueId, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return (await db.IssueAsync(issueId, cancel)).State is IssueState.Cancelled;
    }
}
