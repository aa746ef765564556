using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;

namespace Newsletter.Delivery.ServiceMails;

/// <summary>The last issue whose sending has begun: anybody may read it.</summary>
/// <param name="Subject">With nobody's name in it.</param>
internal sealed record LatestIssue(int Number, string Subject)
{
    public static async Task<LatestIssue?> OrNullAsync(NewsletterDb db, int publicationId, CancellationToken cancel)
    {
        var latest = await db
            .Issues.IgnoreAutoIncludes()
            .Where(i => i.PublicationId == publicationId && i.StartedAt != null)
            .OrderByDescending(i => i.Number)
            .Select(i => new { i.Id, i.Number })
            .FirstOrDefaultAsync(cancel);
        if (latest is null)
            return null;
        var bundle = await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == latest.Id, cancel);
        return bundle is null
            ? null
            : new(latest.Number, MarkFilling.Parse(bundle.Content.Subject).InSubject(ReaderValues.Nobody("")));
    }
}
