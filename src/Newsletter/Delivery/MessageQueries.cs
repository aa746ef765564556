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
}
