using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Issues;

/// <summary>
/// Looks whether columns changed after an issue was made of them. One that a person or the schedule stands for already
/// is held with the difference; who resumes it lets go what was approved.
/// </summary>
internal sealed partial class Watching(WriteLane lane, IDbContextFactory<NewsletterDb> databases, ILogger<Watching> log)
{
    /// <summary>Holds the issues that wait to go and of which a column has changed.</summary>
    public async Task HoldChangedAsync(CancellationToken cancel)
    {
        List<int> changed;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            var columns = db.ChangedColumns;
            changed = await db
                .Issues.Where(i => i.State == IssueState.Approved || i.State == IssueState.Queued)
                .Where(i => columns.Any(c => c.IssueId == i.Id))
                .Select(i => i.Id)
                .ToListAsync(cancel);
        }

        foreach (var id in changed)
        {
            if (await lane.WriteAsync(db => HoldAsync(db, id, cancel), cancel) is { } because)
                Held(log, id, because);
        }
    }

    /// <summary>Takes the newest revision of each column of a draft that nobody stands for yet.</summary>
    public Task TakeNewestAsync(int issueId, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(issueId, cancel);
                if (issue.State is not IssueState.Draft)
                    return;
                await db.RenewAsync(issue, cancel);
            },
            cancel
        );

    private static async Task<string?> HoldAsync(NewsletterDb db, int id, CancellationToken cancel)
    {
        var issue = await db.IssueAsync(id, cancel);
        if (
            issue.State is not (IssueState.Approved or IssueState.Queued)
            || await db.ChangeAsync(id, cancel) is not { } change
        )
            return null;
        issue.Hold(change.Told);
        await db.SaveChangesAsync(cancel);
        await db.ChangeShownAsync(id, change, cancel);
        return change.Told;
    }

    [LoggerMessage(LogLevel.Warning, "Issue {IssueId} is held: {Reason}")]
    private static partial void Held(ILogger log, int issueId, string reason);
}
