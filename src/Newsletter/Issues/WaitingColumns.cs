using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What an edition has not yet carried: a set of columns, never a window of dates.</summary>
internal static class WaitingColumns
{
    extension(NewsletterDb db)
    {
        /// <summary>
        /// Open offers that no issue of this edition holds and no embargo keeps back; oldest first. A slower rhythm
        /// gathers what went out already: only columns that an issue of <see cref="Edition.Every"/> has carried.
        /// </summary>
        internal async Task<IReadOnlyList<Column>> WaitingAsync(
            Edition edition,
            DateTimeOffset now,
            CancellationToken cancel
        )
        {
            var taken = db.Carryings.Where(c => c.EditionId == edition.Id).Select(c => c.ColumnId);
            var open = db.Offers.Where(o =>
                o.PublicationId == edition.PublicationId && o.State == OfferState.Open && !taken.Contains(o.ColumnId)
            );
            if (edition.Rhythm != Edition.Every)
            {
                var every = db.Editions.Where(e =>
                    e.PublicationId == edition.PublicationId && e.Rhythm == Edition.Every
                );
                var carried = db
                    .Carryings.Where(c => c.CarriedAt != null && every.Any(e => e.Id == c.EditionId))
                    .Select(c => c.ColumnId);
                open = open.Where(o => carried.Contains(o.ColumnId));
            }

            return await open.Where(o => o.Column.EmbargoUntil == null || o.Column.EmbargoUntil <= now)
                .OrderBy(o => o.OfferedAt)
                .ThenBy(o => o.ColumnId)
                .Select(o => o.Column)
                .Take(Edition.MostColumns)
                .ToListAsync(cancel);
        }
    }
}
