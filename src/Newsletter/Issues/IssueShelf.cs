using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Publications;

namespace Newsletter.Issues;

/// <summary>The issues of publications, for whoever looks for one.</summary>
internal sealed class IssueShelf(IDbContextFactory<NewsletterDb> databases)
{
    /// <summary>The latest first.</summary>
    /// <param name="publications">Only of these; null for all.</param>
    /// <param name="states">Only in one of these; empty for all.</param>
    /// <param name="before">Only issues made before this one; null for the latest.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancel">Gives the wait up.</param>
    public async Task<IReadOnlyList<IssueOnShelf>> LatestAsync(
        IReadOnlyList<int>? publications,
        IReadOnlyList<IssueState> states,
        int? before,
        int atMost,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issues = db.Issues.AsNoTracking().Where(i => before == null || i.Id < before);
        if (publications is not null)
            issues = issues.Where(i => publications.Contains(i.PublicationId));
        if (states.Count > 0)
            issues = issues.Where(i => states.Contains(i.State));
        var found = await issues
            .OrderByDescending(i => i.Id)
            .Take(atMost)
            .Join(
                db.Publications.IgnoreAutoIncludes(),
                i => i.PublicationId,
                p => p.Id,
                (i, p) =>
                    new
                    {
                        Issue = i,
                        p.Slug,
                        p.Title,
                        p.TimeZone,
                    }
            )
            .OrderByDescending(row => row.Issue.Id)
            .ToListAsync(cancel);
        return found.ConvertAll(row => new IssueOnShelf(row.Issue, row.Slug, row.Title, row.TimeZone));
    }

    /// <summary>One, with what it carries in its order; null where there is none.</summary>
    public async Task<(IssueOnShelf Issue, IReadOnlyList<CarriedTitle> Columns)?> FindAsync(
        int id,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issue = await db
            .Issues.AsNoTracking()
            .Include(i => i.Columns.OrderBy(c => c.Position))
            .SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (issue is null)
            return null;
        var publication = await db
            .Publications.IgnoreAutoIncludes()
            .AsNoTracking()
            .SingleAsync(p => p.Id == issue.PublicationId, cancel);
        var ids = issue.Columns.Select(c => c.ColumnId).ToList();
        var current = await db
            .CurrentRevisions.Where(r => ids.Contains(r.ColumnId))
            .Select(r => new
            {
                r.ColumnId,
                r.Title,
                r.Number,
            })
            .ToDictionaryAsync(r => r.ColumnId, cancel);
        return (
            new IssueOnShelf(issue, publication.Slug, publication.Title, publication.TimeZone),
            [
                .. issue.Columns.Select(c => new CarriedTitle(
                    c.ColumnId,
                    current[c.ColumnId].Title,
                    current[c.ColumnId].Number > c.Revision
                )),
            ]
        );
    }
}
