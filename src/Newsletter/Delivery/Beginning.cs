using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// The step to "sending", which is on disk before DATA: a guarded update that checks the claim, issue,
/// subscription and suppression. What may not be sent is withdrawn or goes back, in the same transaction.
/// </summary>
/// <param name="carried">Issues whose columns are known to be carried.</param>
internal sealed class Beginning(
    NewsletterDb db,
    TimeProvider clock,
    TimeSpan lease,
    IReadOnlyDictionary<int, bool> carried
)
{
    /// <summary>The date of each message that was begun. A claim that another took over begins nothing.</summary>
    public async Task<Dictionary<Claim, DateTimeOffset>> BeginAsync(
        IReadOnlyList<MessageClaim> claims,
        CancellationToken cancel
    )
    {
        await KeepIssuesAsync([.. claims.Select(claim => claim.IssueId).Distinct()], cancel);
        var dates = new Dictionary<Claim, DateTimeOffset>();
        foreach (var held in claims.GroupBy(claim => claim.Holder, StringComparer.Ordinal))
        {
            var begun = await BeginAsync(held.Key, [.. held.Select(claim => claim.Id)], cancel);
            foreach (var claim in held)
            {
                if (begun.TryGetValue(claim.Id, out var dated))
                    dates[claim] = dated;
            }
        }

        return dates;
    }

    private async Task<Dictionary<long, DateTimeOffset>> BeginAsync(
        string holder,
        List<long> ids,
        CancellationToken cancel
    )
    {
        var begun = await MarkAsync(holder, ids, cancel);
        if (begun.Count < ids.Count)
        {
            var held = db.Messages.Where(m => ids.Contains(m.Id) && m.Owner == holder);
            var claimed = held.Where(m => m.State == MessageState.Claimed);
            await WithdrawAsync(claimed, cancel);
            await claimed.BackToQueueAsync(cancel);
            // A claim is begun once, so what is "sending" under its signature was moved there by this step; or by
            // the same step before, whose commit was made and its answer lost.
            begun = await held.Where(m => m.State == MessageState.Sending)
                .Select(m => new Begun(m.Id, m.IssueId, m.DatedAt))
                .ToListAsync(cancel);
        }

        foreach (var issueId in begun.Select(m => m.IssueId).Distinct())
        {
            if (!carried.ContainsKey(issueId))
                await CarryAsync(issueId, cancel);
        }

        return begun.ToDictionary(m => m.Id, m => m.DatedAt ?? clock.GetUtcNow());
    }

    // Whoever cancels or pauses waits until these messages are begun and their columns carried, or these wait for
    // the person. On SQLite one write waits for the other anyway.
    private async Task KeepIssuesAsync(int[] issueIds, CancellationToken cancel)
    {
        if (issueIds.Length > 0 && db.Database.IsNpgsql())
        {
            await db
                .Database.SqlQuery<int>(
                    $"""SELECT id AS "Value" FROM issues WHERE id = ANY({issueIds}) ORDER BY id FOR SHARE"""
                )
                .ToListAsync(cancel);
        }
    }

    private async Task<List<Begun>> MarkAsync(string holder, List<long> ids, CancellationToken cancel)
    {
        var now = await LedgerClock.NowAsync(db, clock, cancel);
        await using var begin = db.Written(LedgerStatements.For(db).Begin);
        begin.Add("@ids", LedgerStatements.Ids(db, ids));
        begin.Add("@holder", holder);
        begin.Add("@until", db.Instant(now + lease));
        begin.Add("@date", db.Instant(clock.GetUtcNow()));
        var begun = new List<Begun>(ids.Count);
        await using var row = await begin.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            begun.Add(new Begun(row.GetInt64(0), row.GetInt32(1), row.InstantAt(2)));
        return begun;
    }

    private async Task WithdrawAsync(IQueryable<Message> claimed, CancellationToken cancel)
    {
        var issues = db.Issues;
        var reachable = db.Reachable();
        var now = clock.GetUtcNow();
        await claimed
            .Where(m => !reachable.Any(s => s.Id == m.SubscriptionId))
            .EndAsync(MessageState.Withdrawn, Withdrawing.ReaderLeft, now, cancel);
        await claimed
            .Where(m => issues.Any(i => i.Id == m.IssueId && i.State == IssueState.Cancelled))
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

    private sealed record Begun(long Id, int IssueId, DateTimeOffset? DatedAt);
}
