using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Messages;

/// <summary>What this stage asks of the database, by name.</summary>
internal static class BundleQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<IssueBundle> IssueBundles => db.Set<IssueBundle>();
    }
}
