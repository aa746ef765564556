using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What became of the columns that serve a publication.</summary>
internal sealed class ColumnFates(IDbContextFactory<NewsletterDb> databases)
{
    private const int Most = 1000;

    /// <summary>Newest first, at most 1,000.</summary>
    /// <exception cref="Refusal">There is no such publication.</exception>
    public async Task<IReadOnlyList<ColumnFate>> OfAsync(string slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await db.PublicationAsync(slug, cancel);
        var editionId = publication.EveryIssue.Id;
        var (carryings, revisions) = (db.Carryings, db.CurrentRevisions);
        var rows = await db
            .Offers.Where(offer => offer.PublicationId == publication.Id)
            .OrderByDescending(offer => offer.ColumnId)
            .Take(Most)
            .Select(offer => new
            {
                offer.ColumnId,
                offer.State,
                revisions.Single(revision => revision.ColumnId == offer.ColumnId).Title,
                Taken = carryings
                    .Where(c => c.EditionId == editionId && c.ColumnId == offer.ColumnId)
                    .Select(c => new { c.IssueId, c.CarriedAt })
                    .SingleOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new ColumnFate(
                row.ColumnId,
                row.Title,
                row.Taken is null ? Waiting(row.State)
                    : row.Taken.CarriedAt is null ? "reserved"
                    : "carried",
                row.Taken?.IssueId
            )),
        ];
    }

    private static string Waiting(OfferState state) =>
        state switch
        {
            OfferState.Held => "held",
            OfferState.Skipped => "skipped",
            _ => "waiting",
        };
}
