using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>
/// Takes away what was kept long enough: sign-ups that nobody confirmed, the proof of those who left, mails that were
/// asked for. Who left stays known as one who left, so that no file brings them back.
/// </summary>
internal sealed partial class Pruning(
    Databases databases,
    WriteLane lane,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<Pruning> log
)
{
    // So many are written within the 50 ms that a write may hold the lane.
    private const int Piece = 500;

    /// <summary>All that is due; repeating it takes nothing more.</summary>
    public async Task<Pruned> RunAsync(CancellationToken cancel)
    {
        var pruned = new Pruned(
            await PiecesAsync(Unconfirmed, DeletePendingAsync, options.Value.Pending, cancel),
            await PiecesAsync(Unattached, DeleteSubscribersAsync, options.Value.Pending, cancel),
            await PiecesAsync(OldProofs, DeleteProofsAsync, options.Value.Proof, cancel),
            await PiecesAsync(OldRequests, DeleteRequestsAsync, options.Value.Requests, cancel)
        );
        if (!pruned.IsNothing)
            Said(log, pruned.Pending, pruned.Subscribers, pruned.Proofs, pruned.Requests);
        return pruned;
    }

    // Looked for outside the lane, since that reads whole tables; what is found is asked once more as it is deleted.
    private async Task<int> PiecesAsync(
        Func<NewsletterDb, DateTimeOffset, IQueryable<long>> find,
        Func<NewsletterDb, DateTimeOffset, List<long>, CancellationToken, Task<int>> delete,
        string keep,
        CancellationToken cancel
    )
    {
        var before = clock.GetUtcNow() - Durations.Parse(keep);
        var all = 0;
        for (long after = 0; ; )
        {
            List<long> ids;
            var seen = after;
            await using (var db = databases.CreateDbContext())
                ids = await find(db, before).Where(id => id > seen).OrderBy(id => id).Take(Piece).ToListAsync(cancel);
            if (ids.Count == 0)
                return all;
            all += await lane.WriteAsync(db => delete(db, before, ids, cancel), cancel);
            after = ids[^1];
        }
    }

    /// <summary>Who never agreed, and was not asked again since. One who was active once has had issues, and stays.</summary>
    private static IQueryable<long> Unconfirmed(NewsletterDb db, DateTimeOffset before)
    {
        var (consents, requests) = (db.Consents, db.ReaderRequests);
        return db
            .Subscriptions.Where(s =>
                s.State == SubscriptionState.Pending
                && s.JoinedAt == null
                && s.ChangedAt < before
                && !consents.Any(c => c.SubscriptionId == s.Id && (c.At >= before || c.Act == ConsentAct.Given))
                && !requests.Any(r => r.SubscriptionId == s.Id && r.AskedAt >= before)
            )
            .Select(s => s.Id);
    }

    private static async Task<int> DeletePendingAsync(
        NewsletterDb db,
        DateTimeOffset before,
        List<long> found,
        CancellationToken cancel
    )
    {
        var ids = await Unconfirmed(db, before).Where(id => found.Contains(id)).ToListAsync(cancel);
        await db.Consents.Where(c => ids.Contains(c.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await db.ChosenAuthors.Where(a => ids.Contains(a.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await db.LeavingReasons.Where(r => ids.Contains(r.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await db.ReaderRequests.Where(r => ids.Contains(r.SubscriptionId ?? 0)).ExecuteDeleteAsync(cancel);
        return await db.Subscriptions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Readers without a subscription.</summary>
    private static IQueryable<long> Unattached(NewsletterDb db, DateTimeOffset before)
    {
        var (subscriptions, requests) = (db.Subscriptions, db.ReaderRequests);
        return db
            .Subscribers.Where(r =>
                r.CreatedAt < before
                && !subscriptions.Any(s => s.SubscriberId == r.Id)
                && !requests.Any(q => q.SubscriberId == r.Id && q.AskedAt >= before)
            )
            .Select(r => r.Id);
    }

    private static async Task<int> DeleteSubscribersAsync(
        NewsletterDb db,
        DateTimeOffset before,
        List<long> found,
        CancellationToken cancel
    )
    {
        var ids = await Unattached(db, before).Where(id => found.Contains(id)).ToListAsync(cancel);
        await db.SubscriberFields.Where(f => ids.Contains(f.SubscriberId)).ExecuteDeleteAsync(cancel);
        await db.SubscriberTags.Where(t => ids.Contains(t.SubscriberId)).ExecuteDeleteAsync(cancel);
        await db.ReaderRequests.Where(r => ids.Contains(r.SubscriberId ?? 0)).ExecuteDeleteAsync(cancel);
        return await db.Subscribers.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Subscriptions that ended so long ago and still have a proof or a reason.</summary>
    private static IQueryable<long> OldProofs(NewsletterDb db, DateTimeOffset before)
    {
        var (consents, reasons) = (db.Consents, db.LeavingReasons);
        return db
            .Subscriptions.Where(s =>
                (s.State == SubscriptionState.Unsubscribed || s.State == SubscriptionState.Complained)
                && s.ChangedAt < before
                && (consents.Any(c => c.SubscriptionId == s.Id) || reasons.Any(r => r.SubscriptionId == s.Id))
            )
            .Select(s => s.Id);
    }

    private static async Task<int> DeleteProofsAsync(
        NewsletterDb db,
        DateTimeOffset before,
        List<long> found,
        CancellationToken cancel
    )
    {
        var ids = await OldProofs(db, before).Where(id => found.Contains(id)).ToListAsync(cancel);
        await db.LeavingReasons.Where(r => ids.Contains(r.SubscriptionId)).ExecuteDeleteAsync(cancel);
        return await db.Consents.Where(c => ids.Contains(c.SubscriptionId)).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<long> OldRequests(NewsletterDb db, DateTimeOffset before) =>
        db.ReaderRequests.Where(r => r.AskedAt < before).Select(r => r.Id);

    private static Task<int> DeleteRequestsAsync(
        NewsletterDb db,
        DateTimeOffset before,
        List<long> found,
        CancellationToken cancel
    ) => db.ReaderRequests.Where(r => found.Contains(r.Id) && r.AskedAt < before).ExecuteDeleteAsync(cancel);

    [LoggerMessage(
        LogLevel.Information,
        "Pruned: {Pending} subscriptions that nobody confirmed, {Subscribers} readers of whom nothing was left, {Proofs} lines of proof of those who left, {Requests} requests for mail."
    )]
    private static partial void Said(ILogger log, int pending, int subscribers, int proofs, int requests);
}
