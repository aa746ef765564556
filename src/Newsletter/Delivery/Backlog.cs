using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>How much there is to send, for whoever shows how far it is.</summary>
internal sealed class Backlog(Databases databases, TimeProvider clock)
{
    /// <summary>Messages that are due now: mail that is no issue, rows of the ledger, and the readers of issues whose audience is about to be frozen.</summary>
    public async Task<long> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.CreateDbContext();
        var sending = db.Issues.Where(i => i.State == IssueState.Sending).Select(i => i.Id);
        long due = await db.ServiceMails.Due(now).CountAsync(cancel);
        due += await db.Messages.Unsettled().CountAsync(m => sending.Contains(m.IssueId) && m.NotBefore <= now, cancel);
        foreach (var issueId in await db.Issues.Queued().DueBefore(now).Select(i => i.Id).ToListAsync(cancel))
            due += await db.ReadersOf(issueId).CountAsync(cancel);
        return due;
    }
}
