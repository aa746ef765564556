using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Messages;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class BundleQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<IssueBundle> IssueBundles => db.Set<IssueBundle>();

        /// <summary>Puts an issue's frozen content in place of what was frozen before.</summary>
        internal async Task FreezeAsync(
            int issueId,
            BundleContent content,
            DateTimeOffset datedAt,
            DateTimeOffset now,
            CancellationToken cancel
        )
        {
            await db.IssueBundles.Where(bundle => bundle.IssueId == issueId).ExecuteDeleteAsync(cancel);
            db.IssueBundles.Add(new IssueBundle(issueId, content, datedAt, now));
        }
    }
}
