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
    }
}
