using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>What is asked of service mails, by name.</summary>
internal static class ServiceMailQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<ServiceMail> ServiceMails => db.Set<ServiceMail>();
    }

    /// <summary>Still to go.</summary>
    internal static IQueryable<ServiceMail> Unsettled(this IQueryable<ServiceMail> mails) =>
        mails.Where(m => m.SettledAt == null);

    internal static IQueryable<ServiceMail> Due(this IQueryable<ServiceMail> mails, DateTimeOffset now) =>
        mails.Unsettled().Where(m => m.State == ServiceMailState.Queued && m.NotBefore <= now);

    /// <summary>
    /// Of use, and to nobody who is suppressed. A confirmation, a welcome, a goodbye and a new address's mail go to
    /// an address that somebody typed or that may have complained since, so they ask. Staff's own mail does not: its
    /// address was given by who runs this, and an alarm that a suppression swallows is no alarm.
    /// </summary>
    internal static IQueryable<ServiceMail> MayGo(
        this IQueryable<ServiceMail> mails,
        NewsletterDb db,
        DateTimeOffset now
    )
    {
        var suppressions = db.Suppressions;
        // A variable: Npgsql cannot translate IndexOf of a character.
        var atSign = "@";
        return mails.Where(m =>
            m.ExpiresAt > now
            && (
                m.Purpose == ServiceMailPurpose.Invitation
                || m.Purpose == ServiceMailPurpose.Test
                || m.Purpose == ServiceMailPurpose.Alarm
                || !suppressions.Any(x =>
                    x.Target == m.EmailKey || x.Target == m.EmailKey.Substring(m.EmailKey.IndexOf(atSign))
                )
            )
        );
    }
}
