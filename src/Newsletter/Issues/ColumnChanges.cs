using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;

namespace Newsletter.Issues;

/// <summary>Columns that have a newer revision than an issue carries, and than anybody was shown.</summary>
internal static class ColumnChanges
{
    extension(NewsletterDb db)
    {
        internal IQueryable<IssueColumn> ChangedColumns
        {
            get
            {
                var columns = db.Columns;
                return db.Set<IssueColumn>()
                    .Where(c => columns.Any(n => n.Id == c.ColumnId && n.Revision > (c.SeenRevision ?? c.Revision)));
            }
        }

        /// <summary>What differs, in sentences; null where nothing does.</summary>
        internal async Task<string?> ChangeAsync(int issueId, CancellationToken cancel)
        {
            var changed = await db
                .ChangedColumns.Where(c => c.IssueId == issueId)
                .OrderBy(c => c.Position)
                .Select(c => new { c.ColumnId, c.Revision })
                .AsNoTracking()
                .ToListAsync(cancel);
            if (changed.Count == 0)
                return null;
            var told = new List<string>();
            foreach (var column in changed)
            {
                var carried = await RevisionAsync(db.ColumnRevisions, column.ColumnId, column.Revision, cancel);
                var newest = await db
                    .CurrentRevisions.AsNoTracking()
                    .SingleAsync(r => r.ColumnId == column.ColumnId, cancel);
                told.Add(
                    $"Column {column.ColumnId} has changed: {ColumnDifference.Between(carried.Content, newest.Content)}."
                );
            }

            return $"{string.Join(" ", told)} Resume the issue to send it as it was approved (newsletter issue resume {issueId}); or cancel it, and compose another with the new text.";
        }

        /// <summary>Whoever resumes the issue knows of the revisions that there are now.</summary>
        internal Task ChangeShownAsync(int issueId, CancellationToken cancel)
        {
            var columns = db.Columns;
            return db.Set<IssueColumn>()
                .Where(c => c.IssueId == issueId)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(
                            c => c.SeenRevision,
                            c => columns.Where(n => n.Id == c.ColumnId).Select(n => (int?)n.Revision).Single()
                        ),
                    cancel
                );
        }
    }

    private static Task<ColumnRevision> RevisionAsync(
        DbSet<ColumnRevision> revisions,
        int columnId,
        int number,
        CancellationToken cancel
    ) => revisions.AsNoTracking().SingleAsync(r => r.ColumnId == columnId && r.Number == number, cancel);
}
