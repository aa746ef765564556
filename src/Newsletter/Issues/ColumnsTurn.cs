using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>
/// Keeps those apart who decide on the columns of a publication: what composes an issue sees whole what a person held
/// or skipped, or that person sees that the issue has it. On SQLite a write is alone anyway.
/// </summary>
internal static class ColumnsTurn
{
    /// <summary>Taken before anything is read that the decision rests on; until the end of the transaction.</summary>
    public static Task TakeAsync(NewsletterDb db, Publication publication, CancellationToken cancel) =>
        db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock(hashtext('newsletter.columns'), {publication.Id})",
                cancel
            )
            : Task.CompletedTask;
}
