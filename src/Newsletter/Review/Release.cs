using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;

namespace Newsletter.Review;

/// <summary>
/// Lets an approved issue go at a time. An issue is dated: one that goes out on another day than the one it was approved
/// on is dated anew, and nothing else of what was approved may differ.
/// </summary>
internal sealed class Release(
    IssueRendering rendering,
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    TimeProvider clock
)
{
    /// <param name="issueId">The issue.</param>
    /// <param name="time">ISO 8601, or local to its publication's zone; null for now.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <returns>When it goes out, in that zone.</returns>
    /// <exception cref="Refusal">It is not approved, has changed since, or the time is none or has passed.</exception>
    public async Task<DateTimeOffset> QueueAsync(int issueId, string? time, CancellationToken cancel)
    {
        var (zone, bundle) = await ApprovedAsync(issueId, cancel);
        var now = clock.GetUtcNow();
        var at = TimeZoneInfo.ConvertTime(
            time is null ? now : LocalTime.Parse(time, zone),
            TimeZoneInfo.FindSystemTimeZoneById(zone)
        );
        if (time is not null && at < now)
            throw new Refusal(
                $"{at:yyyy-MM-dd'T'HH:mm:sszzz} has passed; give a time to come, or leave --at out to send it now."
            );
        var dated =
            bundle is null || bundle.DatedAt.ToOffset(at.Offset).Date == at.Date
                ? null
                : await DatedAnewAsync(bundle, at, cancel);
        await lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(issueId, cancel);
                issue.Queue(at, now);
                if (
                    bundle is null
                    || !await db.IssueBundles.AnyAsync(b => b.IssueId == issueId && b.Hash == bundle.Hash, cancel)
                )
                    throw new Refusal($"Issue {issueId} was approved anew at this moment; look at it, then queue it.");
                if (dated is not null)
                    await db.FreezeAsync(issueId, dated, at, now, cancel);
            },
            cancel
        );
        return at;
    }

    private async Task<(string Zone, IssueBundle? Bundle)> ApprovedAsync(int issueId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var issue = await db.IssueAsync(issueId, cancel);
        var zone = await db
            .Publications.Where(p => p.Id == issue.PublicationId)
            .Select(p => p.TimeZone)
            .SingleAsync(cancel);
        var bundle = await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == issueId, cancel);
        return (zone, issue.State is IssueState.Approved ? bundle : null);
    }

    private async Task<BundleContent> DatedAnewAsync(IssueBundle bundle, DateTimeOffset at, CancellationToken cancel)
    {
        var asApproved = await rendering.RenderAsync(bundle.IssueId, bundle.DatedAt, cancel);
        return IssueBundle.HashOf(asApproved.Content) == bundle.Hash
            ? (await rendering.RenderAsync(bundle.IssueId, at, cancel)).Content
            : throw new Refusal(
                $"Issue {bundle.IssueId} is approved for another day, and cannot be dated anew: its publication, its template or Site__Url has changed since. Approve it again, then queue it."
            );
    }
}
