using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Subscribers;

/// <summary>
/// Keeps an erasure and a write that adds readers apart: who looked whether an address was erased writes it before the
/// erasure begins, or looks again after it. On SQLite a write is alone anyway.
/// </summary>
internal static class ErasureTurn
{
    /// <summary>Taken before suppressions are read, by whoever adds readers for others; until the end of the transaction.</summary>
    public static Task BeforeAddingAsync(NewsletterDb db, CancellationToken cancel) =>
        db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock_shared(hashtext('newsletter.erasure'))",
                cancel
            )
            : Task.CompletedTask;

    /// <summary>Waits for all who are adding readers, and lets nobody begin; until the end of the transaction.</summary>
    public static Task BeforeErasingAsync(NewsletterDb db, CancellationToken cancel) =>
        db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('newsletter.erasure'))", cancel)
            : Task.CompletedTask;
}
