using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What a person decides of columns that no issue has taken: to hold, skip, release, order or embargo them.</summary>
internal sealed class ColumnDecisions(WriteLane lane)
{
    /// <param name="id">The column.</param>
    /// <param name="slug">In which publication; null for all that it serves.</param>
    /// <param name="state">What becomes of it there.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <returns>The publications in which it is so now.</returns>
    /// <exception cref="Refusal">There is no such column, or an issue has it already.</exception>
    public Task<IReadOnlyList<string>> DecideAsync(int id, string? slug, OfferState state, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var decided = new List<string>();
                foreach (var (offer, publication) in await OffersAsync(db, id, slug, cancel))
                {
                    await ColumnsTurn.TakeAsync(db, publication, cancel);
                    await RefuseTakenAsync(db, id, publication, cancel);
                    offer.Become(state);
                    decided.Add(publication.Slug);
                }

                return (IReadOnlyList<string>)decided;
            },
            cancel
        );

    /// <summary>Puts columns of a publication in an order by hand; those not named have none any more.</summary>
    /// <exception cref="Refusal">One of them does not serve the publication.</exception>
    public Task OrderAsync(string slug, IReadOnlyList<int> ids, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var publication = await db.PublicationAsync(slug, cancel);
                var ranked = await db
                    .Offers.Where(o =>
                        o.PublicationId == publication.Id && (o.Rank != null || ids.Contains(o.ColumnId))
                    )
                    .ToListAsync(cancel);
                foreach (var offer in ranked)
                    offer.RankAs(null);
                foreach (var (place, id) in ids.Distinct().Index())
                {
                    var offer =
                        ranked.Find(o => o.ColumnId == id)
                        ?? throw new Refusal(
                            $"Column {id} does not serve \"{slug}\"; see \"newsletter column list --publication {slug}\"."
                        );
                    offer.RankAs(place + 1);
                }
            },
            cancel
        );

    /// <param name="id">The column.</param>
    /// <param name="until">As typed: a time with an offset, or local to the first publication it serves; <c>off</c> lifts it.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <returns>Until when, in that zone; null where it is lifted.</returns>
    /// <exception cref="Refusal">There is no such column, or the time is none.</exception>
    public Task<DateTimeOffset?> EmbargoAsync(int id, string until, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var (offer, publication) = (await OffersAsync(db, id, slug: null, cancel))[0];
                var at = EmbargoTime.Read(until, publication.TimeZone);
                offer.Column.Embargo(at?.ToUniversalTime());
                return at;
            },
            cancel
        );

    private static async Task<List<(Offer Offer, Publication Publication)>> OffersAsync(
        NewsletterDb db,
        int id,
        string? slug,
        CancellationToken cancel
    )
    {
        var wanted = slug is null ? null : await db.PublicationAsync(slug, cancel);
        var offers = await db
            .Offers.Include(o => o.Column)
            .Where(o => o.ColumnId == id)
            .OrderBy(o => o.PublicationId)
            .ToListAsync(cancel);
        if (offers.Count == 0)
            throw new Refusal(
                $"There is no column {id}; \"newsletter column list --publication SLUG\" prints the number of each."
            );
        var found = offers.Where(o => wanted is null || o.PublicationId == wanted.Id).ToList();
        if (found.Count == 0)
            throw new Refusal(
                $"Column {id} does not serve \"{slug}\"; see \"newsletter column list --publication {slug}\"."
            );
        var pairs = new List<(Offer, Publication)>();
        foreach (var offer in found)
            pairs.Add((offer, await db.Publications.SingleAsync(p => p.Id == offer.PublicationId, cancel)));
        return pairs;
    }

    private static async Task RefuseTakenAsync(
        NewsletterDb db,
        int id,
        Publication publication,
        CancellationToken cancel
    )
    {
        var editionId = publication.EveryIssue.Id;
        var taken = await db
            .Carryings.Where(c => c.EditionId == editionId && c.ColumnId == id)
            .Select(c => new { c.IssueId, c.CarriedAt })
            .SingleOrDefaultAsync(cancel);
        if (taken is null)
            return;
        throw new Refusal(
            taken.CarriedAt is null
                ? $"Column {id} is reserved for issue {taken.IssueId} of \"{publication.Slug}\"; cancel that issue first (newsletter issue cancel {taken.IssueId}), then decide on the column."
                : $"Column {id} was carried by issue {taken.IssueId} of \"{publication.Slug}\"; what readers were sent cannot be taken back."
        );
    }
}
