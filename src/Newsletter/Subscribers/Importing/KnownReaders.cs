using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers.Importing;

/// <summary>What the database knows of a batch's addresses, readers and subscriptions tracked, in a few queries.</summary>
internal sealed class KnownReaders
{
    private readonly LinkKey? hashing;
    private readonly HashSet<string> suppressions;
    private Dictionary<string, Subscriber> subscribers = [];
    private Dictionary<string, Subscription> subscriptions = [];
    private Dictionary<long, DateTimeOffset> confirmations = [];
    private HashSet<(long Reader, string Name, string Value)> fields = [];
    private HashSet<(long Reader, string Tag)> tags = [];

    private KnownReaders(LinkKey? hashing, IEnumerable<string> suppressions) =>
        (this.hashing, this.suppressions) = (hashing, [.. suppressions]);

    public static async Task<KnownReaders> OfAsync(
        NewsletterDb db,
        int publication,
        IReadOnlyList<ImportRow> rows,
        CancellationToken cancel
    )
    {
        string[] keys = [.. rows.Select(row => row.Address.Key)];
        var key = await db.FirstLinkKeyAsync(cancel);
        var targets = keys.Concat(rows.Select(row => "@" + row.Address.Domain).Distinct());
        if (key is not null)
            targets = targets.Concat(rows.Select(row => SuppressionHash.Of(key, row.Address)));
        string[] asked = [.. targets];
        var known = new KnownReaders(
            key,
            await db
                .Suppressions.Where(s => EF.Parameter(asked).Contains(s.Target))
                .Select(s => s.Target)
                .ToListAsync(cancel)
        );
        var readers = await db.Subscribers.Where(s => EF.Parameter(keys).Contains(s.EmailKey)).ToListAsync(cancel);
        if (readers.Count > 0)
            await known.AddAsync(db, publication, rows, readers, cancel);
        return known;
    }

    public Subscription? SubscriptionOrNull(EmailAddress address) => subscriptions.GetValueOrDefault(address.Key);

    public Subscriber? SubscriberOrNull(EmailAddress address) => subscribers.GetValueOrDefault(address.Key);

    /// <summary>Puts down the number of each reader who is there, by key.</summary>
    public void TellReaders(Dictionary<string, long> numbers)
    {
        foreach (var (key, reader) in subscribers)
            numbers[key] = reader.Id;
    }

    /// <summary>When the reader last agreed on a form of ours; null where they never did.</summary>
    public DateTimeOffset? ConfirmedAt(Subscription subscription) =>
        confirmations.TryGetValue(subscription.Id, out var at) ? at : null;

    public bool HasSuppression(string target) => suppressions.Contains(target);

    /// <summary>Whether nothing may go to the address: by itself, by its domain, or because the reader was erased.</summary>
    public bool IsSuppressed(EmailAddress address) =>
        suppressions.Count > 0
        && (HasSuppression(address.Key) || HasSuppression("@" + address.Domain) || IsErased(address));

    /// <summary>Of such a reader nothing readable may be kept, whatever the row says.</summary>
    public bool IsErased(EmailAddress address) =>
        suppressions.Count > 0 && hashing is not null && HasSuppression(SuppressionHash.Of(hashing, address));

    public bool HasField(Subscriber reader, string name, string value) => fields.Contains((reader.Id, name, value));

    public bool HasTag(Subscriber reader, string tag) => tags.Contains((reader.Id, tag.ToUpperInvariant()));

    private async Task AddAsync(
        NewsletterDb db,
        int publication,
        IReadOnlyList<ImportRow> rows,
        List<Subscriber> readers,
        CancellationToken cancel
    )
    {
        long[] ids = [.. readers.Select(s => s.Id)];
        subscribers = readers.ToDictionary(s => s.EmailKey);
        // The readers are tracked already, so each subscription finds its own.
        subscriptions = await db
            .Subscriptions.Where(s => s.PublicationId == publication && EF.Parameter(ids).Contains(s.SubscriberId))
            .ToDictionaryAsync(s => s.Subscriber.EmailKey, cancel);
        if (rows.Any(row => row.Fields.Count > 0))
        {
            var known = db.SubscriberFields.Where(f => EF.Parameter(ids).Contains(f.SubscriberId)).AsNoTracking();
            fields = [.. (await known.ToListAsync(cancel)).Select(f => (f.SubscriberId, f.Name, f.Value))];
        }

        if (rows.Any(row => row.Tags.Count > 0))
        {
            var known = db.SubscriberTags.Where(t => EF.Parameter(ids).Contains(t.SubscriberId)).AsNoTracking();
            tags = [.. (await known.ToListAsync(cancel)).Select(t => (t.SubscriberId, t.Tag.ToUpperInvariant()))];
        }

        if (rows.Any(row => row.Verdict >= Verdict.Left && row.Since is not null))
            await AddConfirmationsAsync(db, cancel);
    }

    private async Task AddConfirmationsAsync(NewsletterDb db, CancellationToken cancel)
    {
        long[] ids = [.. subscriptions.Values.Select(s => s.Id)];
        var given = await db
            .Consents.Where(c =>
                EF.Parameter(ids).Contains(c.SubscriptionId) && c.Act == ConsentAct.Given && c.Form != null
            )
            .Select(c => new { c.SubscriptionId, c.At })
            .ToListAsync(cancel);
        confirmations = given.GroupBy(c => c.SubscriptionId).ToDictionary(g => g.Key, g => g.Max(c => c.At));
    }
}
