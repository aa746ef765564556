using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;

namespace Newsletter.Issues;

/// <summary>Columns that serve an issue's publication and that no issue of its edition has.</summary>
internal sealed class FreeColumns(IDbContextFactory<NewsletterDb> databases)
{
    private const int LookedAt = 1000;

    /// <summary>Of the newest 1,000, the newest first; what was skipped or carried by hand is not among them.</summary>
    /// <param name="issueId">The issue.</param>
    /// <param name="sought">A part of the title; empty for all.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">There is no such issue.</exception>
    public async Task<IReadOnlyList<FreeColumn>> OfAsync(
        int issueId,
        string? sought,
        int atMost,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issue = await db.IssueAsync(issueId, cancel);
        var taken = db.Carryings.Where(c => c.EditionId == issue.EditionId).Select(c => c.ColumnId);
        var revisions = db.CurrentRevisions;
        var free = await db
            .Offers.Where(o => o.PublicationId == issue.PublicationId && !taken.Contains(o.ColumnId))
            .Where(o => o.State == OfferState.Open || o.State == OfferState.Held)
            .OrderByDescending(o => o.ColumnId)
            .Take(LookedAt)
            .Select(o => new FreeColumn(
                o.ColumnId,
                revisions.Single(r => r.ColumnId == o.ColumnId).Title,
                o.State,
                o.Column.EmbargoUntil
            ))
            .ToListAsync(cancel);
        return [.. free.Where(column => TitleSearch.Holds(column.Title, sought)).Take(atMost)];
    }
}
