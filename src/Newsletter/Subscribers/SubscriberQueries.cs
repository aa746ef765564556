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

        /// <summary>Whether nothing may go to this address, by itself or by its domain.</summary>
        internal async Task<bool> IsSuppressedAsync(EmailAddress address, CancellationToken cancel)
        {
            var domain = "@" + address.Domain;
            return await db.Suppressions.AnyAsync(s => s.Target == address.Key || s.Target == domain, cancel);
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
