using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Review;

/// <summary>
/// Takes an edition from its slot to the queue: the slot is answered, and an issue that answered it approves itself as
/// the schedule. Each step is on disk before the next, so a crash between two is mended by the next wake.
/// </summary>
internal sealed partial class ScheduledIssues(
    SlotServing slots,
    Approval approval,
    Queueing queueing,
    WriteLane lane,
    IDbContextFactory<NewsletterDb> databases,
    ILogger<ScheduledIssues> log
)
{
    private const string Schedule = "schedule";

    /// <summary>Answers the slot that is due, if one is, and lets its issue go.</summary>
    public async Task WakeAsync(int editionId, CancellationToken cancel)
    {
        await slots.ServeAsync(editionId, cancel);
        await ReleaseAsync(cancel);
    }

    /// <summary>Approves and queues what schedules composed; one that cannot go is held with the reason.</summary>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        foreach (var (id, state) in await WaitingAsync(cancel))
        {
            try
            {
                if (state is IssueState.Draft)
                    await approval.ApproveAsync(id, Schedule, cancel);
                await queueing.QueueAsync(id, at: null, cancel);
                Released(log, id);
            }
            catch (Refusal refusal)
            {
                // An approved one is refused only where another wake was quicker: then there is nothing to hold.
                if (await HoldAsync(id, refusal.Message, cancel))
                    Held(log, id, refusal.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One issue that fails never stops the others: this loop catches everything, and the next wake tries again.
                Faulted(log, id, fault);
            }
        }
    }

    private async Task<List<(int Id, IssueState State)>> WaitingAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var served = db.Slots.Where(slot => slot.IssueId != null).Select(slot => slot.IssueId);
        var waiting = await db
            .Issues.Where(issue =>
                served.Contains(issue.Id)
                && (
                    issue.State == IssueState.Draft
                    || (issue.State == IssueState.Approved && issue.ApprovedBy == Schedule)
                )
            )
            .Select(issue => new { issue.Id, issue.State })
            .ToListAsync(cancel);
        return [.. waiting.Select(issue => (issue.Id, issue.State))];
    }

    private Task<bool> HoldAsync(int id, string because, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(id, cancel);
                var waits = issue.State is IssueState.Draft;
                if (waits)
                    issue.Hold(because);
                return waits;
            },
            cancel
        );

    [LoggerMessage(LogLevel.Information, "Issue {IssueId} approved by the schedule and queued.")]
    private static partial void Released(ILogger log, int issueId);

    [LoggerMessage(LogLevel.Error, "Issue {IssueId} could not be approved or queued; it is tried again.")]
    private static partial void Faulted(ILogger log, int issueId, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Issue {IssueId} is held: {Reason}")]
    private static partial void Held(ILogger log, int issueId, string reason);
}
