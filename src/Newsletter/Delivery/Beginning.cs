using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// The step to "sending", which is on disk before DATA: a guarded update that checks owner, lease, issue,
/// subscription and suppression. What may not be sent is withdrawn or goes back, in the same transaction.
/// </summary>
internal sealed class Beginning(NewsletterDb db, string owner, TimeProvider clock, TimeSpan lease)
{
    /// <summary>The date of each message that was begun.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> BeginAsync(
        IReadOnlyList<Claim> claims,
        CancellationToken cancel
    )
    {
        if (claims.Count == 0)
            return new Dictionary<long, DateTimeOffset>();
        var ids = claims.Select(claim => claim.Id).ToList();
        var ours = db.Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.Claimed && m.Owner == owner);
        if (await MarkAsync(ours, cancel) < ids.Count)
        {
            await WithdrawAsync(ours, cancel);
            await ours.BackToQueueAsync(cancel);
        }

        var begun = await db
            .Messages.Where(m => ids.Contains(m.Id) && m.State == MessageState.Sending && m.Owner == owner)
            .Select(m => new
            {
                m.Id,
                m.IssueId,
                m.DatedAt,
            })
            .ToListAsync(cancel);
        foreach (var issueId in begun.Select(m => m.IssueId).Distinct())
            await CarryAsync(issueId, cancel);
        return begun.ToDictionary(m => m.Id, m => m.DatedAt ?? clock.GetUtcNow());
    }

    private async Task<int> MarkAsync(IQueryable<Message> ours, CancellationToken cancel)
    {
        var now = await LedgerClock.NowAsync(db, clock, cancel);
        var (until, date) = (now + lease, clock.GetUtcNow());
        var issues = db.Issues;
        var reachable = db.Reachable();
        return await ours.Where(m =>
                m.LeaseUntil > now
                && issues.Any(i => i.Id == m.IssueId && i.State == IssueState.Sending)
                && reachable.Any(s => s.Id == m.SubscriptionId)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, MessageState.Sending)
                        .SetProperty(m => m.LeaseUntil, until)
                        .SetProperty(m => m.DatedAt, m => m.DatedAt ?? date),
                cancel
            );
    }

    private async Task WithdrawAsync(IQueryable<Message> ours, CancellationToken cancel)
    {
        var issues = db.Issues;
        var reachable = db.Reachable();
        var now = clock.GetUtcNow();
        await ours.Where(m => !reachable.Any(s => s.Id == m.SubscriptionId))
            .EndAsync(MessageState.Withdrawn, Withdrawing.ReaderLeft, now, cancel);
        await ours.Where(m => issues.Any(i => i.Id == m.IssueId && i.State == IssueState.Cancelled))
            .EndAsync(MessageState.Withdrawn, Withdrawing.IssueCancelled, now, cancel);
    }

    // The issue's first message is on its way: from here its columns are never released.
    private async Task CarryAsync(int issueId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db
            .Carryings.Where(c => c.IssueId == issueId && c.CarriedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CarriedAt, now), cancel);
    }
}
