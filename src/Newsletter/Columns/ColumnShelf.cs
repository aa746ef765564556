using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns;

/// <summary>Finds columns that are here.</summary>
internal sealed class ColumnShelf(IDbContextFactory<NewsletterDb> databases)
{
    /// <summary>The revision that is current, with its column.</summary>
    /// <exception cref="Refusal">There is no such column.</exception>
    public async Task<ColumnRevision> FindAsync(int id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var current = db.CurrentRevisions.AsNoTracking().Include(revision => revision.Column);
        return await current.SingleOrDefaultAsync(r => r.ColumnId == id, cancel)
            ?? throw new Refusal($"There is no column {id}; see \"newsletter column list\".");
    }
}
