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
        /// Open offers that no issue of this edition holds, that no embargo keeps back at an hour, and that the edition's
        /// rule takes, in its order. A slower rhythm gathers what went out already: only columns that an issue of
        /// <see cref="Edition.Every"/> has carried.
        /// </summary>
        /// <param name="publication">The edition's.</param>
        /// <param name="edition">Whose issue it is.</param>
        /// <param name="hour">When the issue goes.</param>
        /// <param name="cancel">Gives the wait up.</param>
        internal async Task<IReadOnlyList<Column>> WaitingAsync(
            Publication publication,
            Edition edition,
            DateTimeOffset hour,
            CancellationToken cancel
        )
        {
            var taken = db.Carryings.Where(c => c.EditionId == edition.Id).Select(c => c.ColumnId);
            var open = db.Offers.Where(o =>
                o.PublicationId == publication.Id && o.State == OfferState.Open && !taken.Contains(o.ColumnId)
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

            var waiting = await db.AsWaiting(
                    open.Where(o => o.Column.EmbargoUntil == null || o.Column.EmbargoUntil <= hour)
                )
                .ToListAsync(cancel);
            var ids = new ColumnChoice(edition.Policy, publication.Language).Of(waiting);
            var columns = await db.Columns.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
            return [.. ids.Select(id => columns[id])];
        }

        /// <summary>What a rule asks of the columns that are offered.</summary>
        internal IQueryable<WaitingColumn> AsWaiting(IQueryable<Offer> offers) =>
            offers.Join(
                db.CurrentRevisions,
                offer => offer.ColumnId,
                revision => revision.ColumnId,
                (offer, revision) =>
                    new WaitingColumn(
                        offer.ColumnId,
                        offer.OfferedAt,
                        offer.Rank,
                        revision.Date,
                        revision.Language,
                        revision.Authors,
                        revision.Categories
                    )
            );
    }
}
