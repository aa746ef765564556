using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class SubscriberQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<Subscriber> Subscribers => db.Set<Subscriber>();

        internal DbSet<Subscription> Subscriptions => db.Set<Subscription>();

        internal DbSet<Consent> Consents => db.Set<Consent>();

        internal DbSet<Suppression> Suppressions => db.Set<Suppression>();

        internal DbSet<SubscriberField> SubscriberFields => db.Set<SubscriberField>();

        internal DbSet<SubscriberTag> SubscriberTags => db.Set<SubscriberTag>();

        internal DbSet<ChosenAuthor> ChosenAuthors => db.Set<ChosenAuthor>();

        internal DbSet<LeavingReason> LeavingReasons => db.Set<LeavingReason>();

        internal DbSet<ReaderRequest> ReaderRequests => db.Set<ReaderRequest>();

        internal DbSet<LinkKey> LinkKeys => db.Set<LinkKey>();

        /// <summary>Everything that the reader of this subscription has, itself included.</summary>
        internal IQueryable<Subscription> OfReaderOf(long subscriptionId)
        {
            var one = db.Subscriptions.Where(s => s.Id == subscriptionId).Select(s => s.SubscriberId);
            return db.Subscriptions.Where(s => one.Contains(s.SubscriberId));
        }

        /// <summary>The key of <see cref="SuppressionHash"/>; null where no key was made yet, and so no hash either.</summary>
        internal Task<LinkKey?> FirstLinkKeyAsync(CancellationToken cancel) =>
            db.LinkKeys.AsNoTracking().OrderBy(key => key.Id).FirstOrDefaultAsync(cancel);

        /// <summary>Whether nothing may go to this address, by itself, by its domain, or because it was erased.</summary>
        internal async Task<bool> IsSuppressedAsync(EmailAddress address, CancellationToken cancel) =>
            await (await db.SuppressionsOfAsync(address, cancel)).AnyAsync(cancel);

        /// <summary>What keeps mail from this address: its own, its domain's, and that of one who was erased.</summary>
        internal async Task<IQueryable<Suppression>> SuppressionsOfAsync(EmailAddress address, CancellationToken cancel)
        {
            var (own, domain) = (address.Key, "@" + address.Domain);
            var key = await db.FirstLinkKeyAsync(cancel);
            var hash = key is null ? own : SuppressionHash.Of(key, address);
            return db.Suppressions.Where(s => s.Target == own || s.Target == domain || s.Target == hash);
        }
    }

    /// <summary>Those who receive issues.</summary>
    internal static IQueryable<Subscription> Active(this IQueryable<Subscription> subscriptions) =>
        subscriptions.Where(s => s.State == SubscriptionState.Active);

    /// <summary>Those whose address, or its domain, receives nothing from any publication.</summary>
    internal static IQueryable<Subscription> Suppressed(this IQueryable<Subscription> subscriptions, NewsletterDb db)
    {
        var suppressions = db.Suppressions;
        // A text and not a character, which Npgsql cannot bind.
        var at = "@";
        // A key holds one at sign: the local part of an address that we take is never quoted.
        return subscriptions.Where(s =>
            suppressions.Any(x =>
                x.Target == s.Subscriber.EmailKey
                || x.Target == s.Subscriber.EmailKey.Substring(s.Subscriber.EmailKey.IndexOf(at))
            )
        );
    }

    /// <summary>Those whom no suppression keeps from mail.</summary>
    internal static IQueryable<Subscription> NotSuppressed(this IQueryable<Subscription> subscriptions, NewsletterDb db)
    {
        var suppressed = db.Subscriptions.Suppressed(db).Select(s => s.Id);
        return subscriptions.Where(s => !suppressed.Contains(s.Id));
    }
}
