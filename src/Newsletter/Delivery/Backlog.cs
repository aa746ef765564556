using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>How much there is to send, for whoever shows how far it is.</summary>
internal sealed class Backlog(Databases databases, TimeProvider clock)
{
    /// <summary>How long the message has been due that waits longest; zero where none is.</summary>
    public async Task<TimeSpan> OldestAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        var oldest = now;
        foreach (
            var issueId in await db
                .Issues.Where(i => i.State == IssueState.Sending)
                .Select(i => i.Id)
                .ToListAsync(cancel)
        )
        {
            var first = await db
                .Messages.NotSent()
                .Where(m => m.IssueId == issueId && m.State == MessageState.Queued)
                .OrderBy(m => m.NotBefore)
                .Select(m => (DateTimeOffset?)m.NotBefore)
                .FirstOrDefaultAsync(cancel);
            oldest = first < oldest ? first.Value : oldest;
        }

        return now - oldest;
    }

    /// <summary>Messages that are due now: mail that is no issue, rows of the ledger, and the readers of issues whose audience is about to be frozen.</summary>
    public async Task<long> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        var sending = db.Issues.Where(i => i.State == IssueState.Sending).Select(i => i.Id);
        long due = await db.ServiceMails.Due(now).CountAsync(cancel);
        due += await db.Messages.Unsettled().CountAsync(m => sending.Contains(m.IssueId) && m.NotBefore <= now, cancel);
        foreach (var issueId in await db.Issues.Queued().DueBefore(now).Select(i => i.Id).ToListAsync(cancel))
            due += await db.ExpectedAsync(issueId, now, cancel) ?? 0;
        return due;
    }
}
