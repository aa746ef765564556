using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Subscribers;

namespace Newsletter.Delivery.Audiences;

/// <summary>
/// Readers who chose authors receive an issue only where one of them wrote a column of it. It is asked once, as the
/// audience is frozen: the issue itself is the same for all.
/// </summary>
internal static class AuthorChoice
{
    /// <summary>Null where nobody has chosen, so that nobody is asked.</summary>
    public static async Task<Expression<Func<Subscription, bool>>?> OfAsync(
        NewsletterDb db,
        int issueId,
        CancellationToken cancel
    )
    {
        if (!await db.ChosenAuthors.AnyAsync(cancel))
            return null;
        var authors = await AuthorsAsync(db, issueId, cancel);
        var choosers = db.ChosenAuthors.Select(c => c.SubscriptionId);
        var chose = db.ChosenAuthors.Where(c => authors.Contains(c.Author)).Select(c => c.SubscriptionId);
        return s => !choosers.Contains(s.Id) || chose.Contains(s.Id);
    }

    private static async Task<List<string>> AuthorsAsync(NewsletterDb db, int issueId, CancellationToken cancel)
    {
        var revisions = db.ColumnRevisions;
        var bylines = await db.Set<IssueColumn>()
            .Where(c => c.IssueId == issueId)
            .Join(
                revisions,
                c => new { c.ColumnId, Number = c.Revision },
                r => new { r.ColumnId, r.Number },
                (_, r) => r.Authors
            )
            .ToListAsync(cancel);
        return
        [
            .. bylines
                .SelectMany(json => JsonSerializer.Deserialize(json, ColumnJson.Readable.IReadOnlyListByline) ?? [])
                .Select(author => Byline.KeyOf(author.Name))
                .Distinct(),
        ];
    }
}
