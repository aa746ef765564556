using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>The mail that some publications send to those who leave.</summary>
internal static class Goodbyes
{
    public static async Task AskAsync(
        NewsletterDb db,
        Subscription subscription,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var reader = await db.Subscribers.SingleAsync(s => s.Id == subscription.SubscriberId, cancel);
        var goodbye = new ReaderRequest(
            ReaderRequestKind.Goodbye,
            EmailAddress.Parse(reader.Email),
            reader.Language,
            now
        )
        {
            Subscriber = reader,
            Subscription = subscription,
            PublicationId = subscription.PublicationId,
        };
        await ReaderRequests.AskAsync(db, goodbye, cancel);
    }

    /// <summary>Whoever is back before it went is told nothing.</summary>
    public static Task TakeBackAsync(NewsletterDb db, Subscription subscription, CancellationToken cancel) =>
        db
            .ReaderRequests.Where(r =>
                r.SubscriptionId == subscription.Id && r.Kind == ReaderRequestKind.Goodbye && r.MailedAt == null
            )
            .ExecuteDeleteAsync(cancel);
}
