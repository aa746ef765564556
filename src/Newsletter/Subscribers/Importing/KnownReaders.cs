using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>What the database knows of a batch's addresses, tracked, in three queries.</summary>
internal sealed class KnownReaders
{
    private readonly Dictionary<string, Subscription> subscriptions;
    private readonly Dictionary<string, Subscriber> subscribers;
    private readonly HashSet<string> suppressions;
    private readonly LinkKey? hashing;

    private KnownReaders(
        List<Subscription> subscriptions,
        List<Subscriber> subscribers,
        List<string> suppressions,
        LinkKey? hashing
    )
    {
        this.hashing = hashing;
        this.subscriptions = subscriptions.ToDictionary(s => s.Subscriber.EmailKey);
        this.subscribers = subscribers.ToDictionary(s => s.EmailKey);
        this.suppressions = [.. suppressions];
    }

    public static async Task<KnownReaders> OfAsync(
        NewsletterDb db,
        int publication,
        IReadOnlyList<ImportRow> rows,
        CancellationToken cancel
    )
    {
        string[] keys = [.. rows.Select(row => row.Address.Key)];
        var hashing = await db.FirstLinkKeyAsync(cancel);
        string[] targets =
        [
            .. keys,
            .. rows.Select(row => "@" + row.Address.Domain).Distinct(),
            .. hashing is null ? [] : rows.Select(row => SuppressionHash.Of(hashing, row.Address)),
        ];
        var readers = await db.Subscribers.Where(s => EF.Parameter(keys).Contains(s.EmailKey)).ToListAsync(cancel);
        long[] ids = [.. readers.Select(s => s.Id)];
        return new KnownReaders(
            // The readers are tracked already, so each subscription finds its own.
            await db
                .Subscriptions.Where(s => s.PublicationId == publication && EF.Parameter(ids).Contains(s.SubscriberId))
                .ToListAsync(cancel),
            readers,
            await db
                .Suppressions.Where(s => EF.Parameter(targets).Contains(s.Target))
                .Select(s => s.Target)
                .ToListAsync(cancel),
            hashing
        );
    }

    public Subscription? SubscriptionOrNull(EmailAddress address) => subscriptions.GetValueOrDefault(address.Key);

    public Subscriber? SubscriberOrNull(EmailAddress address) => subscribers.GetValueOrDefault(address.Key);

    public bool HasSuppression(string target) => suppressions.Contains(target);

    public bool IsSuppressed(EmailAddress address) =>
        HasSuppression(address.Key)
        || HasSuppression("@" + address.Domain)
        // Of one who was erased.
        || (hashing is not null && HasSuppression(SuppressionHash.Of(hashing, address)));
}
