using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>
/// Asks for mails to readers, and is the one place that says how often: nothing that anybody does with an address
/// mails it again and again.
/// </summary>
internal static class ReaderRequests
{
    /// <summary>The time within which a welcome or a goodbye is not repeated, and in which <see cref="Most"/> counts.</summary>
    public static TimeSpan Again { get; } = TimeSpan.FromDays(1);

    /// <summary>Mails of all kinds that a stranger can cause, to one mailbox within <see cref="Again"/>.</summary>
    public const int Most = 5;

    // Of one kind that nobody answered, as far as it is looked back.
    private const int MostUnanswered = 10;

    /// <summary>
    /// Writes the request down where the mailbox has not had its share. Part of the transaction that it is given, as
    /// what the mail is about is.
    /// </summary>
    /// <returns>False where the mailbox has had its share, and nothing was written.</returns>
    public static async Task<bool> AskAsync(NewsletterDb db, ReaderRequest request, CancellationToken cancel)
    {
        await AloneAsync(db, request.Mailbox, cancel);
        // Also in this transaction, which has perhaps asked for something and not saved it.
        await db.SaveChangesAsync(cancel);
        var mailed = db.ReaderRequests.Where(r => r.Mailbox == request.Mailbox);
        var since = request.AskedAt - Again;
        var lately = mailed.Where(r => r.AskedAt > since);
        var mayGo = IsStrangers(request.Kind)
            ? await HasWaitedAsync(mailed, request, cancel) && await StrangersIn(lately).CountAsync(cancel) < Most
            : !await OfSubscription(lately, request).AnyAsync(cancel);
        if (mayGo)
            db.ReaderRequests.Add(request);
        return mayGo;
    }

    // Each that nobody answered doubles the wait for the next: somebody types an address that is not theirs, or the
    // mails do not arrive. A link that was used was used by whoever reads that mailbox, and they begin anew.
    private static async Task<bool> HasWaitedAsync(
        IQueryable<ReaderRequest> mailed,
        ReaderRequest request,
        CancellationToken cancel
    )
    {
        var (kind, publication) = (request.Kind, request.PublicationId);
        var before = await mailed
            .Where(r => r.Kind == kind && r.PublicationId == publication)
            .OrderByDescending(r => r.AskedAt)
            .ThenByDescending(r => r.Id)
            .Select(r => new { r.AskedAt, r.UsedAt })
            .Take(MostUnanswered)
            .ToListAsync(cancel);
        var unanswered = before.TakeWhile(r => r.UsedAt is null).Count();
        return unanswered == 0 || request.AskedAt - before[0].AskedAt >= FirstWait(kind) * Doubled(kind, unanswered);
    }

    // Only a mail that is answered by its link is known to be unanswered.
    private static int Doubled(ReaderRequestKind kind, int unanswered) =>
        kind is ReaderRequestKind.Confirm or ReaderRequestKind.NewAddress ? 1 << (unanswered - 1) : 1;

    // A link for an hour is asked for again when the hour is over.
    private static TimeSpan FirstWait(ReaderRequestKind kind) =>
        kind is ReaderRequestKind.OwnData ? RequestLinks.LastsFor : Again;

    private static IQueryable<ReaderRequest> StrangersIn(IQueryable<ReaderRequest> requests) =>
        requests.Where(r => r.Kind != ReaderRequestKind.Welcome && r.Kind != ReaderRequestKind.Goodbye);

    private static IQueryable<ReaderRequest> OfSubscription(IQueryable<ReaderRequest> lately, ReaderRequest request)
    {
        var (kind, subscription) = (request.Kind, request.Subscription?.Id ?? request.SubscriptionId);
        return lately.Where(r => r.Kind == kind && r.SubscriptionId == subscription);
    }

    // A welcome and a goodbye answer what the reader did, by a link that only they have.
    private static bool IsStrangers(ReaderRequestKind kind) =>
        kind is not (ReaderRequestKind.Welcome or ReaderRequestKind.Goodbye);

    // Two that count at the same moment would both find room. Until the end of the transaction on PostgreSQL; on SQLite
    // a write is alone anyway.
    private static async Task AloneAsync(NewsletterDb db, string mailbox, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock(hashtext('newsletter.reader_requests'), hashtext({mailbox}))",
                cancel
            );
        }
    }
}
