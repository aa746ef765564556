using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;

namespace Newsletter.Review;

/// <summary>
/// Lets an approved issue go at a time. An issue is dated: one that goes out on another day than the one it was approved
/// on is dated anew, and nothing else of what was approved may differ.
/// </summary>
internal sealed class Release(
    IssueRendering rendering,
    Queueing queueing,
    IDbContextFactory<NewsletterDb> databases,
    WriteLane lane,
    TimeProvider clock
)
{
    /// <param name="issueId">The issue.</param>
    /// <param name="at">When it may go out, in its publication's zone.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">It is not approved, or has changed since.</exception>
    public async Task<Issue> QueueAsync(int issueId, DateTimeOffset at, CancellationToken cancel)
    {
        if (await ApprovedAsync(issueId, cancel) is { } bundle && bundle.DatedAt.ToOffset(at.Offset).Date != at.Date)
            await DateAnewAsync(bundle, at, cancel);
        return await queueing.QueueAsync(issueId, at, cancel);
    }

    private async Task<IssueBundle?> ApprovedAsync(int issueId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var isApproved = await db.Issues.AnyAsync(i => i.Id == issueId && i.State == IssueState.Approved, cancel);
        return isApproved
            ? await db.IssueBundles.AsNoTracking().SingleOrDefaultAsync(b => b.IssueId == issueId, cancel)
            : null;
    }

    private async Task DateAnewAsync(IssueBundle bundle, DateTimeOffset at, CancellationToken cancel)
    {
        var id = bundle.IssueId;
        var asApproved = await rendering.RenderAsync(id, bundle.DatedAt, cancel);
        if (IssueBundle.HashOf(asApproved.Content) != bundle.Hash)
        {
            throw new Refusal(
                $"Issue {id} is approved for another day, and cannot be dated anew: its publication, its template or Site__Url has changed since. Approve it again, then queue it."
            );
        }

        var dated = await rendering.RenderAsync(id, at, cancel);
        await lane.WriteAsync(
            async db =>
            {
                await db.IssueBundles.Where(b => b.IssueId == id && b.Hash == bundle.Hash).ExecuteDeleteAsync(cancel);
                db.IssueBundles.Add(new IssueBundle(id, dated.Content, at, clock.GetUtcNow()));
            },
            cancel
        );
    }
}
