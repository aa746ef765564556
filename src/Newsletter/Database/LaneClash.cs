using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Newsletter.Database;

/// <summary>
/// On PostgreSQL several processes write at once, and two that write one row clash. The second to commit decides
/// again on what it then finds, so a write given here must be one that can be repeated.
/// </summary>
internal static class LaneClash
{
    private const int Tries = 4;

    public static async Task<T> WriteRepeatablyAsync<T>(
        this WriteLane lane,
        Func<NewsletterDb, Task<T>> write,
        CancellationToken cancel
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await lane.WriteAsync(write, cancel);
            }
            catch (Exception fault) when (attempt < Tries && IsClash(fault))
            {
                // The transaction was rolled back; the next turn reads what the other process wrote.
            }
        }
    }

    private static bool IsClash(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || (fault as DbException ?? fault.InnerException as DbException)
            // A unique key that another wrote first, and a deadlock: https://www.postgresql.org/docs/current/errcodes-appendix.html
            is { SqlState: "23505" or "40P01" };
}
