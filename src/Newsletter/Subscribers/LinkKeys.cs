using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>The keys of readers' links, by number; the first is made when it is first asked for.</summary>
internal sealed class LinkKeys(IDbContextFactory<NewsletterDb> databases, WriteLane lane, TimeProvider clock)
{
    /// <summary>The key that signs: the newest that is not retired.</summary>
    public async Task<LinkKey> SigningAsync(CancellationToken cancel)
    {
        var keys = await AllAsync(cancel);
        return Newest(keys.Values)
            ?? await lane.WriteAsync(
                async db =>
                {
                    await AloneAsync(db, cancel);
                    // Another process may have made one in between.
                    if (Newest(await db.LinkKeys.ToListAsync(cancel)) is { } made)
                        return made;
                    var key = new LinkKey(clock.GetUtcNow());
                    db.LinkKeys.Add(key);
                    return key;
                },
                cancel
            );
    }

    /// <summary>All that verify, retired ones too: a link in a mail never expires.</summary>
    public async Task<IReadOnlyDictionary<int, LinkKey>> AllAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.LinkKeys.AsNoTracking().ToDictionaryAsync(key => key.Id, cancel);
    }

    // Two that found none would both make one, and each would sign with its own. Until the end of the transaction
    // on PostgreSQL; on SQLite a write is alone anyway.
    private static async Task AloneAsync(NewsletterDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock(hashtext('newsletter.link_keys'))",
                cancel
            );
    }

    private static LinkKey? Newest(IEnumerable<LinkKey> keys) =>
        keys.Where(key => key.RetiredAt is null).MaxBy(key => key.Id);
}
