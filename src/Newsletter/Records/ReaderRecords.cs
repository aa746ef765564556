using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>Gathers what is known of one reader.</summary>
internal sealed class ReaderRecords(IDbContextFactory<NewsletterDb> databases)
{
    /// <summary>The latest messages that are shown.</summary>
    private const int MostMessages = 200;

    /// <exception cref="Refusal">Nobody has this address.</exception>
    public async Task<ReaderRecord> OfAsync(EmailAddress address, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var suppressed = await SuppressedAsync(db, address, cancel);
        var reader = await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.EmailKey == address.Key, cancel);
        if (reader is null && suppressed is null)
            throw new Refusal(
                $"Nobody has the address {address}, and it is not suppressed; see \"newsletter subscriber list\"."
            );
        return reader is null
            ? new ReaderRecord(address.Value, Name: null, suppressed, [], [])
            : new ReaderRecord(
                reader.Email,
                reader.Name,
                suppressed,
                await SubscriptionsAsync(db, reader.Id, cancel),
                await MessagesAsync(db, reader.Id, cancel)
            );
    }

    private static async Task<string?> SuppressedAsync(NewsletterDb db, EmailAddress address, CancellationToken cancel)
    {
        var domain = "@" + address.Domain;
        return await db
            .Suppressions.Where(s => s.Target == address.Key || s.Target == domain)
            .OrderBy(s => s.Id)
            .Select(s => s.Reason)
            .FirstOrDefaultAsync(cancel);
    }

    private static async Task<List<SubscriptionRecord>> SubscriptionsAsync(
        NewsletterDb db,
        long readerId,
        CancellationToken cancel
    )
    {
        var publications = db.Publications.IgnoreAutoIncludes();
        var subscriptions = await db
            .Subscriptions.Where(s => s.SubscriberId == readerId)
            .Join(
                publications,
                s => s.PublicationId,
                p => p.Id,
                (s, p) =>
                    new
                    {
                        s.Id,
                        p.Slug,
                        s.State,
                    }
            )
            .OrderBy(s => s.Slug)
            .ToListAsync(cancel);
        var ids = subscriptions.ConvertAll(s => s.Id);
        var proof = await db
            .Consents.AsNoTracking()
            .Where(c => ids.Contains(c.SubscriptionId))
            .OrderBy(c => c.Id)
            .ToListAsync(cancel);
        return subscriptions.ConvertAll(s => new SubscriptionRecord(
            s.Slug,
            s.State,
            [.. proof.Where(c => c.SubscriptionId == s.Id).Select(c => new ConsentLine(c.Act, c.At, c.How, c.Sentence))]
        ));
    }

    // The ledger is looked up by issue and reader: an index by reader alone would make each freezing of an audience dearer.
    private static async Task<List<MessageRecord>> MessagesAsync(
        NewsletterDb db,
        long readerId,
        CancellationToken cancel
    )
    {
        var frozen = await db.Issues.Where(i => i.StartedAt != null).Select(i => i.Id).ToListAsync(cancel);
        return await db
            .Messages.Where(m => frozen.Contains(m.IssueId) && m.SubscriberId == readerId)
            .OrderByDescending(m => m.Id)
            .Take(MostMessages)
            .Select(m => new MessageRecord(m.IssueId, m.State, m.SettledAt, m.LastReply))
            .ToListAsync(cancel);
    }
}
