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

        /// <summary>Lets a draft carry the newest revision of each of its columns.</summary>
        internal async Task RenewAsync(Issue issue, CancellationToken cancel)
        {
            var ids = issue.Columns.Select(c => c.ColumnId).ToList();
            issue.Renew(
                await db.Columns.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Revision, cancel)
            );
        }

        /// <returns>What differs; null where nothing does.</returns>
        internal async Task<IssueChange?> ChangeAsync(int issueId, CancellationToken cancel)
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
            var compared = new List<(int ColumnId, int Revision)>();
            foreach (var column in changed)
            {
                var carried = await RevisionAsync(db.ColumnRevisions, column.ColumnId, column.Revision, cancel);
                var newest = await db
                    .CurrentRevisions.AsNoTracking()
                    .SingleAsync(r => r.ColumnId == column.ColumnId, cancel);
                told.Add(
                    $"Column {column.ColumnId} has changed: {ColumnDifference.Between(carried.Content, newest.Content)}."
                );
                compared.Add((column.ColumnId, newest.Number));
            }

            return new IssueChange(
                $"{string.Join(" ", told)} Resume the issue to send it as it was approved (newsletter issue resume {issueId}); or cancel it, and compose another with the new text.",
                compared
            );
        }

        /// <summary>Whoever resumes the issue knows of these revisions, and of none that came since.</summary>
        internal async Task ChangeShownAsync(int issueId, IssueChange change, CancellationToken cancel)
        {
            foreach (var (columnId, revision) in change.Compared)
            {
                await db.Set<IssueColumn>()
                    .Where(c => c.IssueId == issueId && c.ColumnId == columnId)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.SeenRevision, (int?)revision), cancel);
            }
        }
    }

    private static Task<ColumnRevision> RevisionAsync(
        DbSet<ColumnRevision> revisions,
        int columnId,
        int number,
        CancellationToken cancel
    ) => revisions.AsNoTracking().SingleAsync(r => r.ColumnId == columnId && r.Number == number, cancel);
}
