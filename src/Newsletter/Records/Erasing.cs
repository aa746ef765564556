using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;
using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>
/// Erases a reader across all stages, in one transaction. What stays names nobody: the ledger's rows, so that the
/// counts of an issue still add up, and a keyed hash, so that no file brings the reader back.
/// </summary>
internal sealed partial class Erasing(WriteLane lane, LinkKeys keys, TimeProvider clock, ILogger<Erasing> logger)
{
    private const string Erased = "Erased with its reader.";

    /// <returns>False where nothing was held of this address; it is kept out all the same.</returns>
    public async Task<bool> EraseAsync(EmailAddress address, CancellationToken cancel)
    {
        // The hash needs a key, and the first is made in a transaction of its own.
        await keys.SigningAsync(cancel);
        var now = clock.GetUtcNow();
        return await lane.WriteAsync(
            async db =>
            {
                await ErasureTurn.BeforeErasingAsync(db, cancel);
                var id = await db
                    .Subscribers.Where(s => s.EmailKey == address.Key)
                    .Select(s => (long?)s.Id)
                    .SingleOrDefaultAsync(cancel);
                var mails = await EraseMailsAsync(db, address, id, cancel);
                if (id is { } reader)
                {
                    await EraseMessagesAsync(db, reader, now, cancel);
                    await EraseReaderAsync(db, reader, cancel);
                    LogErased(logger, reader);
                }

                var wasSuppressed = await KeepOutAsync(db, address, now, cancel);
                return id is not null || mails > 0 || wasSuppressed;
            },
            cancel
        );
    }

    // Begun rows stay as they are until they have an outcome; all others have one now.
    private static async Task EraseMessagesAsync(
        NewsletterDb db,
        long reader,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        // The ledger is looked up by issue and reader, and has no index by reader alone.
        var frozen = await db.Issues.Where(i => i.StartedAt != null).Select(i => i.Id).ToListAsync(cancel);
        var messages = db.Messages.Where(m => frozen.Contains(m.IssueId) && m.SubscriberId == reader);
        await messages.Waiting().EndAsync(MessageState.Withdrawn, Erased, now, cancel);
        // A server's words may hold the address.
        await messages
            .Where(m => m.LastReply != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LastReply, Erased), cancel);
    }

    // Requests and mails: to this address, and of this reader to one that they had before or wanted to move to.
    private static async Task<int> EraseMailsAsync(
        NewsletterDb db,
        EmailAddress address,
        long? reader,
        CancellationToken cancel
    )
    {
        var requests = db.ReaderRequests.Where(r =>
            r.EmailKey == address.Key || (reader != null && r.SubscriberId == reader)
        );
        // An alarm goes to staff, at an address of the settings, and its key keeps it from being mailed again.
        var mails = await db
            .ServiceMails.Where(m => m.Purpose != ServiceMailPurpose.Alarm)
            .Where(m => m.EmailKey == address.Key || (reader != null && m.SubscriberId == reader))
            .ExecuteDeleteAsync(cancel);
        return mails + await requests.ExecuteDeleteAsync(cancel);
    }

    private static async Task EraseReaderAsync(NewsletterDb db, long reader, CancellationToken cancel)
    {
        var subscriptions = db.Subscriptions.Where(s => s.SubscriberId == reader);
        // Who comes to it first on PostgreSQL: nobody writes a line of proof in between.
        await subscriptions.ExecuteUpdateAsync(set => set.SetProperty(s => s.Rhythm, s => s.Rhythm), cancel);
        var ids = subscriptions.Select(s => s.Id);
        await db.LeavingReasons.Where(r => ids.Contains(r.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await db.ChosenAuthors.Where(a => ids.Contains(a.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await db.Consents.Where(c => ids.Contains(c.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await subscriptions.ExecuteDeleteAsync(cancel);
        await db.SubscriberFields.Where(f => f.SubscriberId == reader).ExecuteDeleteAsync(cancel);
        await db.SubscriberTags.Where(t => t.SubscriberId == reader).ExecuteDeleteAsync(cancel);
        await db.Subscribers.Where(s => s.Id == reader).ExecuteDeleteAsync(cancel);
    }

    // What staff or a bounce had suppressed stays theirs, under the hash: the reader cannot lift it by being erased.
    private static async Task<bool> KeepOutAsync(
        NewsletterDb db,
        EmailAddress address,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var first = await db.FirstLinkKeyAsync(cancel) ?? throw new InvalidOperationException("There is no link key.");
        var hash = SuppressionHash.Of(first, address);
        var own = await db.Suppressions.SingleOrDefaultAsync(s => s.Target == address.Key, cancel);
        if (own is not null)
        {
            await db.Suppressions.Where(s => s.Target == hash).ExecuteDeleteAsync(cancel);
            own.Forget(hash);
            return true;
        }

        if (!await db.Suppressions.AnyAsync(s => s.Target == hash, cancel))
            db.Suppressions.Add(Suppression.OfErased(hash, now));
        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reader {SubscriberId} was erased")]
    private static partial void LogErased(ILogger logger, long subscriberId);
}
