using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns;

/// <summary>Finds columns that are here.</summary>
internal sealed class ColumnShelf(IDbContextFactory<NewsletterDb> databases)
{
    private const int MostRevisions = 100;

    /// <summary>The revision that is current, with its column.</summary>
    /// <exception cref="Refusal">There is no such column.</exception>
    public async Task<ColumnRevision> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var current = db.CurrentRevisions.AsNoTracking().Include(revision => revision.Column);
        return await current.SingleOrDefaultAsync(r => r.ColumnId == id, cancel)
            ?? throw new Refusal($"There is no column {id}; see \"newsletter column list\".");
    }

    /// <summary>All revisions of a column, the newest first, with the column; none where there is no such column.</summary>
    public async Task<IReadOnlyList<ColumnRevision>> RevisionsAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db
            .ColumnRevisions.AsNoTracking()
            .Include(revision => revision.Column)
            .Where(revision => revision.ColumnId == id)
            .OrderByDescending(revision => revision.Number)
            .Take(MostRevisions)
            .ToListAsync(cancel);
    }

    /// <summary>The publications that a column serves, by id, and what is decided of it in each.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db
            .Offers.AsNoTracking()
            .Where(offer => offer.ColumnId == id)
            .OrderBy(offer => offer.PublicationId)
            .ToListAsync(cancel);
    }
}
