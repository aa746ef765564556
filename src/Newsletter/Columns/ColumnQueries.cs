using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class ColumnQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<Column> Columns => db.Set<Column>();

        internal DbSet<ColumnRevision> ColumnRevisions => db.Set<ColumnRevision>();

        internal DbSet<Offer> Offers => db.Set<Offer>();

        /// <summary>Each column with the revision that is current.</summary>
        internal IQueryable<ColumnRevision> CurrentRevisions =>
            db.ColumnRevisions.Where(revision => revision.Number == revision.Column.Revision);

        /// <summary>Those of these origins that a column has.</summary>
        internal async Task<HashSet<string>> KnownOriginsAsync(IEnumerable<string> origins, CancellationToken cancel)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var some in origins.Chunk(500))
                known.UnionWith(
                    await db.Columns.Where(c => some.Contains(c.Origin)).Select(c => c.Origin).ToListAsync(cancel)
                );
            return known;
        }
    }
}
