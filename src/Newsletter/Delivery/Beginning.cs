using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// The step to "sending", which is on disk before DATA: a guarded update that checks the claim, issue,
/// subscription and suppression. What may not be sent is withdrawn or goes back, in the same transaction.
/// </summary>
/// <param name="held">What is claimed and not written; null where claims are written.</param>
/// <param name="carried">Issues whose columns are known to be carried.</param>
internal sealed class Beginning(
    NewsletterDb db,
    TimeProvider clock,
    TimeSpan lease,
    HeldClaims? held,
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
        var dates = new Dictionary<Claim, DateTimeOffset>(claims.Count, ReferenceEqualityComparer.Instance);
        // A claim that is held in memory and has ended begins nothing: the message may be another's.
        var standing = held is null ? claims : claims.Where(held.Holds);
        foreach (var together in standing.GroupBy(claim => claim.Holder, StringComparer.Ordinal))
        {
            var begun = await BeginAsync(together.Key, [.. together.Select(claim => claim.Id)], cancel);
            foreach (var claim in together)
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
            var asked = db.Messages.Where(m => ids.Contains(m.Id));
            await WithdrawAsync(asked.Where(NotBegun(holder)), cancel);
            if (held is null)
                await asked.Where(NotBegun(holder)).BackToQueueAsync(cancel);
            // A claim is begun once, so what is "sending" under its signature was moved there by this step; or by
            // the same step before, whose commit was made and its answer lost.
            begun = await asked
                .Where(m => m.State == MessageState.Sending && m.Owner == holder)
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
        var begin = db.Kept(LedgerStatements.For(db).Begin);
        begin.Add("@ids", LedgerStatements.Ids(db, ids));
        begin.Add("@holder", holder);
        if (held is null)
            begin.Add("@until", db.Instant(await LedgerClock.NowAsync(db, clock, cancel) + lease));
        begin.Add("@date", db.Instant(clock.GetUtcNow()));
        var begun = new List<Begun>(ids.Count);
        await using var row = await begin.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            begun.Add(new Begun(row.GetInt64(0), row.GetInt32(1), row.InstantAt(2)));
        return begun;
    }

    private Expression<Func<Message, bool>> NotBegun(string holder) =>
        held is null ? m => m.State == MessageState.Claimed && m.Owner == holder : m => m.State == MessageState.Queued;

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
