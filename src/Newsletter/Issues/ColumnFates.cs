using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>What became of the columns that serve a publication.</summary>
internal sealed class ColumnFates(IDbContextFactory<NewsletterDb> databases, TimeProvider clock)
{
    private const int Most = 1000;

    /// <summary>Newest first, at most 1,000.</summary>
    /// <exception cref="Refusal">There is no such publication.</exception>
    public async Task<IReadOnlyList<ColumnFate>> OfAsync(string slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await db.PublicationAsync(slug, cancel);
        var edition = publication.EveryIssue;
        var (carryings, revisions) = (db.Carryings, db.CurrentRevisions);
        var offers = db
            .Offers.Where(offer => offer.PublicationId == publication.Id)
            .OrderByDescending(offer => offer.ColumnId)
            .Take(Most);
        var rows = await offers
            .Select(offer => new
            {
                offer.ColumnId,
                offer.State,
                offer.Column.EmbargoUntil,
                revisions.Single(revision => revision.ColumnId == offer.ColumnId).Title,
                Taken = carryings
                    .Where(c => c.EditionId == edition.Id && c.ColumnId == offer.ColumnId)
                    .Select(c => new { c.IssueId, c.CarriedAt })
                    .SingleOrDefault(),
            })
            .ToListAsync(cancel);
        var choice = new ColumnChoice(edition.Policy, publication.Language);
        var asked = await db.AsWaiting(offers).ToDictionaryAsync(column => column.Id, cancel);
        return
        [
            .. rows.Select(row =>
                row.Taken is { } taken
                    ? new ColumnFate(row.ColumnId, row.Title, Word(taken.CarriedAt), taken.IssueId, Why: null)
                    : new ColumnFate(
                        row.ColumnId,
                        row.Title,
                        Word(row.State),
                        IssueId: null,
                        Why(row.State, row.EmbargoUntil) ?? Left(row.State, choice, asked[row.ColumnId])
                    )
            ),
        ];
    }

    private string? Why(OfferState state, DateTimeOffset? embargo) =>
        state is OfferState.CarriedByHand ? "carried by hand"
        : embargo > clock.GetUtcNow()
            ? string.Create(CultureInfo.InvariantCulture, $"under embargo until {embargo:yyyy-MM-dd'T'HH:mm:ss'Z'}")
        : null;

    private static string? Left(OfferState state, ColumnChoice choice, WaitingColumn column) =>
        state is OfferState.Open ? choice.WhyNot(column) : null;

    private static string Word(DateTimeOffset? carriedAt) => carriedAt is null ? "reserved" : "carried";

    /// <summary>What becomes of a column that no issue has taken.</summary>
    public static string Word(OfferState state) =>
        state switch
        {
            OfferState.Held => "held",
            OfferState.Skipped => "skipped",
            OfferState.CarriedByHand => "carried",
            _ => "waiting",
        };
}
