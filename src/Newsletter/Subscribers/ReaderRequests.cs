using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>
/// Asks for mails to readers, and is the one place that says how often: nothing that anybody does with an address
/// mails it again and again.
/// </summary>
internal static class ReaderRequests
{
    /// <summary>How long a mail of one kind to an address, for one publication, stands for those that would follow.</summary>
    public static TimeSpan Again { get; } = TimeSpan.FromDays(1);

    /// <summary>Mails of all kinds that a stranger can cause, to one address within <see cref="Again"/>.</summary>
    public const int Most = 5;

    /// <summary>
    /// Writes the request down where the address has not had its share. Part of the transaction that it is given, as
    /// what the mail is about is.
    /// </summary>
    /// <returns>False where the address has had its share, and nothing was written.</returns>
    public static async Task<bool> AskAsync(NewsletterDb db, ReaderRequest request, CancellationToken cancel)
    {
        await AloneAsync(db, request.EmailKey, cancel);
        // Also in this transaction, which has perhaps asked for something and not saved it.
        await db.SaveChangesAsync(cancel);
        var since = request.AskedAt - Again;
        var lately = db.ReaderRequests.Where(r => r.EmailKey == request.EmailKey && r.AskedAt > since);
        var mayGo = IsStrangers(request.Kind)
            ? await HasShareAsync(lately, request, cancel)
            : !await OfSubscription(lately, request).AnyAsync(cancel);
        if (mayGo)
            db.ReaderRequests.Add(request);
        return mayGo;
    }

    private static async Task<bool> HasShareAsync(
        IQueryable<ReaderRequest> lately,
        ReaderRequest request,
        CancellationToken cancel
    )
    {
        var (kind, publication) = (request.Kind, request.PublicationId);
        // A link that was used was used by whoever reads that mailbox: they may ask again, within the share of all kinds.
        if (await lately.AnyAsync(r => r.Kind == kind && r.PublicationId == publication && r.UsedAt == null, cancel))
            return false;
        return await lately.CountAsync(
                r => r.Kind != ReaderRequestKind.Welcome && r.Kind != ReaderRequestKind.Goodbye,
                cancel
            ) < Most;
    }

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
    private static async Task AloneAsync(NewsletterDb db, string emailKey, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock(hashtext('newsletter.reader_requests'), hashtext({emailKey}))",
                cancel
            );
        }
    }
}
