using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>
/// The ledger's transitions for mails that are no issue: few at a time, so EF writes all of them but the one that
/// passes over rows which another process is claiming.
/// </summary>
internal sealed class ServiceMailLedger(Databases databases, WriteLane lane, TimeProvider clock)
{
    private const string Suppressed = "The address is suppressed.";

    /// <summary>Takes what is due. Where nothing is, which is nearly always, it costs one look into an empty index.</summary>
    /// <param name="lost">A claim whose answer was lost: what it took goes back first; null where there was none.</param>
    public async Task<IReadOnlyList<ServiceMailClaim>> ClaimAsync(
        string? lost,
        string holder,
        TimeSpan lease,
        int count,
        CancellationToken cancel
    )
    {
        if (lost is null && !await AnyIsDueAsync(cancel))
            return [];
        return await lane.WriteAsync(
            async db =>
            {
                if (lost is not null)
                    await Claimed(db).Where(m => m.Owner == lost).BackToQueueAsync(cancel);
                return await ClaimAsync(db, holder, lease, count, cancel);
            },
            cancel
        );
    }

    public async Task<bool> AnyIsDueAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.ServiceMails.Due(clock.GetUtcNow()).AnyAsync(cancel);
    }

    public async Task<bool> AnyWaitsAsync(CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db.ServiceMails.Unsettled().AnyAsync(cancel);
    }

    /// <summary>The step to "sending", by the same guarded update as a message's; what may not go comes to its end.</summary>
    public async Task BeginAsync(
        NewsletterDb db,
        IReadOnlyList<ServiceMailClaim> claims,
        TimeSpan lease,
        Dictionary<Claim, DateTimeOffset> begun,
        CancellationToken cancel
    )
    {
        foreach (var held in claims.GroupBy(claim => claim.Holder, StringComparer.Ordinal))
        {
            var dates = await BeginAsync(db, held.Key, [.. held.Select(claim => claim.Id)], lease, cancel);
            foreach (var claim in held)
            {
                if (dates.TryGetValue(claim.Id, out var dated))
                    begun[claim] = dated;
            }
        }
    }

    public static Task<int> ReleaseAllAsync(NewsletterDb db, string owner, CancellationToken cancel) =>
        Claimed(db).Where(m => m.Owner!.StartsWith(owner)).BackToQueueAsync(cancel);

    /// <summary>What waited until it was of no use any more.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using (var db = databases.CreateDbContext())
        {
            if (!await Late(db, now).AnyAsync(cancel))
                return 0;
        }

        return await lane.WriteAsync(db => Late(db, now).ExpireAsync(now, cancel), cancel);
    }

    private async Task<IReadOnlyList<ServiceMailClaim>> ClaimAsync(
        NewsletterDb db,
        string holder,
        TimeSpan lease,
        int count,
        CancellationToken cancel
    )
    {
        await using var claim = db.Written(
            $"""
            UPDATE service_mails SET state = 'Claimed', owner = @holder, lease_until = @until
            WHERE id IN (
                SELECT id FROM service_mails WHERE settled_at IS NULL AND state = 'Queued' AND not_before <= @now
                ORDER BY not_before LIMIT @count{(databases.IsPostgres ? " FOR UPDATE SKIP LOCKED" : "")}
            )
            RETURNING id, email, name, attempts, dated_at, expires_at
            """
        );
        claim.Add("@holder", holder);
        claim.Add("@until", db.Instant(await LedgerClock.NowAsync(db, clock, cancel) + lease));
        claim.Add("@now", db.Instant(clock.GetUtcNow()));
        claim.Add("@count", count);
        var claims = new List<ServiceMailClaim>();
        await using var row = await claim.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            claims.Add(
                new ServiceMailClaim(
                    row.GetInt64(0),
                    holder,
                    row.GetString(1),
                    row.TextAt(2),
                    row.GetInt32(3),
                    row.InstantAt(4),
                    row.InstantAt(5)!.Value
                )
            );
        }

        return claims;
    }

    private async Task<Dictionary<long, DateTimeOffset>> BeginAsync(
        NewsletterDb db,
        string holder,
        List<long> ids,
        TimeSpan lease,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = await LedgerClock.NowAsync(db, clock, cancel) + lease;
        var held = db.ServiceMails.Unsettled().Where(m => ids.Contains(m.Id) && m.Owner == holder);
        var claimed = held.Where(m => m.State == ServiceMailState.Claimed);
        await claimed
            .MayGo(db, now)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, ServiceMailState.Sending)
                        .SetProperty(m => m.LeaseUntil, until)
                        .SetProperty(m => m.DatedAt, m => m.DatedAt ?? now),
                cancel
            );
        await claimed.Where(m => m.ExpiresAt <= now).ExpireAsync(now, cancel);
        await claimed.EndAsync(ServiceMailState.Withdrawn, Suppressed, now, cancel);
        // As with messages: what this claim moved there now, or in a commit whose answer was lost.
        return await held.Where(m => m.State == ServiceMailState.Sending)
            .ToDictionaryAsync(m => m.Id, m => m.DatedAt ?? now, cancel);
    }

    private static IQueryable<ServiceMail> Late(NewsletterDb db, DateTimeOffset now) =>
        db.ServiceMails.Due(now).Where(m => m.ExpiresAt <= now);

    private static IQueryable<ServiceMail> Claimed(NewsletterDb db) =>
        db.ServiceMails.Unsettled().Where(m => m.State == ServiceMailState.Claimed);
}
