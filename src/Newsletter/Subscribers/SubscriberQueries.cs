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
}
