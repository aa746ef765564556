using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;

namespace Newsletter.Records;

/// <summary>Issues for the public: only those of which a first reader may have had a mail.</summary>
internal sealed class PublicIssues(IDbContextFactory<NewsletterDb> databases)
{
    private const int MostPublications = 100;

    // From {root}/{slug}/{number}: it holds under a path of a larger site too.
    private const string HowToLeave = "../unsubscribe";

    /// <summary>The approved HTML, whole, with nobody's values in its marks; null where there is no such issue, or its sending has not begun.</summary>
    public async Task<string?> HtmlOrNullAsync(string slug, int number, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publications = db.Publications.IgnoreAutoIncludes().Where(p => p.Slug == slug);
        var issues = db.Issues.Where(i => i.Number == number && i.StartedAt != null);
        var bundle = await issues
            .Join(publications, i => i.PublicationId, p => p.Id, (i, _) => i.Id)
            .Join(db.IssueBundles.AsNoTracking(), id => id, bundle => bundle.IssueId, (_, bundle) => bundle)
            .SingleOrDefaultAsync(cancel);
        return bundle is null ? null : BrowserCopy.Html(bundle.Content, HowToLeave);
    }

    /// <summary>The latest issue for everybody of each publication that has sent one.</summary>
    public async Task<IReadOnlyList<LatestIssue>> LatestAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var started = db.Issues.ForEverybody().Where(i => i.StartedAt != null);
        var publications = db.Publications.IgnoreAutoIncludes();
        var latest =
            from issue in started
            join publication in publications on issue.PublicationId equals publication.Id
            where !started.Any(later => later.PublicationId == issue.PublicationId && later.Number > issue.Number)
            orderby publication.Title
            select new
            {
                issue.Id,
                issue.Number,
                publication.Title,
                publication.Slug,
                publication.Language,
            };
        return await latest
            .Take(MostPublications)
            .Join(
                db.IssueBundles,
                issue => issue.Id,
                bundle => bundle.IssueId,
                (issue, bundle) =>
                    new LatestIssue(issue.Title, issue.Slug, issue.Language, issue.Number, bundle.Subject)
            )
            .ToListAsync(cancel);
    }
}
