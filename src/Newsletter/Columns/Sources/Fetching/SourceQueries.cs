using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What is asked of sources, by name.</summary>
internal static class SourceQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<Source> Sources => db.Set<Source>();
    }
}
