using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>Gathers all that is held of one reader.</summary>
internal sealed class ReaderRecords(IDbContextFactory<NewsletterDb> databases)
{
    /// <summary>The latest of each kind that are shown: a weekly for ten years is 520.</summary>
    private const int Most = 2000;

    /// <exception cref="Refusal">Nobody has this address.</exception>
    public async Task<ReaderRecord> OfAsync(EmailAddress address, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var reader = await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.EmailKey == address.Key, cancel);
        var record = await OfAsync(db, reader, address, cancel);
        return reader is not null || record.Suppressions.Count > 0
            ? record
            : throw new Refusal(
                $"Nobody has the address {address}, and it is not suppressed; see \"newsletter subscriber list\"."
            );
    }

    /// <summary>Null where the reader was erased.</summary>
    public async Task<ReaderRecord?> OrNullAsync(long readerId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var reader = await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == readerId, cancel);
        return reader is null ? null : await OfAsync(db, reader, EmailAddress.Parse(reader.Email), cancel);
    }

    private static async Task<ReaderRecord> OfAsync(
        NewsletterDb db,
        Subscriber? reader,
        EmailAddress address,
        CancellationToken cancel
    )
    {
        var id = reader?.Id ?? 0;
        return new ReaderRecord(
            reader?.Email ?? address.Value,
            reader?.Name,
            reader?.Language,
            reader?.CreatedAt,
            await SuppressionsAsync(db, address, cancel),
            await db
                .SubscriberFields.Where(f => f.SubscriberId == id)
                .OrderBy(f => f.Name)
                .ToDictionaryAsync(f => f.Name, f => f.Value, cancel),
            await db.SubscriberTags.Where(t => t.SubscriberId == id).Select(t => t.Tag).Order().ToListAsync(cancel),
            await SubscriptionRecords.OfAsync(db, id, cancel),
            await RequestsAsync(db, id, address, cancel),
            await MailsAsync(db, address, cancel),
            await MessagesAsync(db, id, cancel)
        );
    }

    private static async Task<List<SuppressionRecord>> SuppressionsAsync(
        NewsletterDb db,
        EmailAddress address,
        CancellationToken cancel
    )
    {
        // A variable: Npgsql cannot translate a character.
        var domain = "@";
        var found = await db.SuppressionsOfAsync(address, cancel);
        return await found
            .OrderBy(s => s.Id)
            .Select(s => new SuppressionRecord(s.Source, s.Target.StartsWith(domain), s.Reason, s.At))
            .ToListAsync(cancel);
    }

    private static Task<List<RequestRecord>> RequestsAsync(
        NewsletterDb db,
        long readerId,
        EmailAddress address,
        CancellationToken cancel
    ) =>
        db
            .ReaderRequests.Where(r => r.EmailKey == address.Key || r.SubscriberId == readerId)
            .OrderByDescending(r => r.Id)
            .Take(Most)
            .Select(r => new RequestRecord(r.Kind, r.Email, r.AskedAt, r.MailedAt, r.UsedAt))
            .ToListAsync(cancel);

    private static Task<List<MailRecord>> MailsAsync(NewsletterDb db, EmailAddress address, CancellationToken cancel) =>
        db
            .ServiceMails.Where(m => m.EmailKey == address.Key)
            .OrderByDescending(m => m.Id)
            .Take(Most)
            .Select(m => new MailRecord(m.Purpose, m.State, m.AskedAt, m.SettledAt))
            .ToListAsync(cancel);

    // The ledger is looked up by issue and reader: an index by reader alone would make each freezing of an audience dearer.
    private static async Task<List<MessageRecord>> MessagesAsync(
        NewsletterDb db,
        long readerId,
        CancellationToken cancel
    )
    {
        var publications = db.Publications.IgnoreAutoIncludes();
        var frozen = await db
            .Issues.Where(i => i.StartedAt != null)
            .Join(
                publications,
                i => i.PublicationId,
                p => p.Id,
                (i, p) =>
                    new
                    {
                        i.Id,
                        i.Number,
                        p.Slug,
                    }
            )
            .ToDictionaryAsync(i => i.Id, cancel);
        var ids = frozen.Keys.ToArray();
        var messages = await db
            .Messages.Where(m => ids.Contains(m.IssueId) && m.SubscriberId == readerId)
            .OrderByDescending(m => m.Id)
            .Take(Most)
            .Select(m => new
            {
                m.IssueId,
                m.State,
                m.SettledAt,
                m.LastReply,
            })
            .ToListAsync(cancel);
        return messages.ConvertAll(m => new MessageRecord(
            m.IssueId,
            frozen[m.IssueId].Slug,
            frozen[m.IssueId].Number,
            m.State,
            m.SettledAt,
            m.LastReply
        ));
    }
}
