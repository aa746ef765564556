using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Delivery;

/// <summary>
/// The clock of leases. Several machines share a PostgreSQL, and only its own clock is the same for all of them;
/// SQLite has one process, whose clock it is.
/// </summary>
internal static class LedgerClock
{
    public static async Task<DateTimeOffset> NowAsync(NewsletterDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!db.Database.IsNpgsql())
            return clock.GetUtcNow();
        var now = await db.Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").ToListAsync(cancel);
        return new DateTimeOffset(now[0].ToUniversalTime(), TimeSpan.Zero);
    }
}
