using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class MessageQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<Message> Messages => db.Set<Message>();
    }

    /// <summary>
    /// All but what was accepted: the ledger's index of work holds these alone, and SQLite takes it only where a
    /// query says so itself.
    /// </summary>
    internal static IQueryable<Message> NotSent(this IQueryable<Message> messages) =>
        messages.Where(m => m.State != MessageState.Sent);

    /// <summary>Not begun: queued, deferred, or claimed.</summary>
    internal static IQueryable<Message> Waiting(this IQueryable<Message> messages) =>
        messages.NotSent().Where(m => m.State == MessageState.Queued || m.State == MessageState.Claimed);

    /// <summary>Without an outcome yet.</summary>
    internal static IQueryable<Message> Unsettled(this IQueryable<Message> messages) =>
        messages
            .NotSent()
            .Where(m =>
                m.State == MessageState.Queued || m.State == MessageState.Claimed || m.State == MessageState.Sending
            );
}
