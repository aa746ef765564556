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
        /// <summary>Open offers that no issue of this edition holds and no embargo keeps back; oldest first.</summary>
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
            return await open.Where(o => o.Column.EmbargoUntil == null || o.Column.EmbargoUntil <= now)
                .OrderBy(o => o.OfferedAt)
                .ThenBy(o => o.ColumnId)
                .Select(o => o.Column)
                .Take(Edition.MostColumns)
                .ToListAsync(cancel);
        }
    }
}
