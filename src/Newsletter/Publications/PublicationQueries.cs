using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Publications;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class PublicationQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<Publication> Publications => db.Set<Publication>();

        internal DbSet<Edition> Editions => db.Set<Edition>();

        /// <exception cref="Refusal">No publication has this slug.</exception>
        internal async Task<Publication> PublicationAsync(string slug, CancellationToken cancel) =>
            await db.Publications.SingleOrDefaultAsync(p => p.Slug == slug.Trim(), cancel)
            ?? throw new Refusal(
                $"There is no publication \"{slug.Trim()}\"; see \"newsletter publication list\", or add it with \"newsletter publication add\"."
            );
    }
}
