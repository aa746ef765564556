using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Review;

/// <summary>
/// Takes an edition from its slot to the queue: the slot is answered, and at its hour the issue approves itself as the
/// schedule, or goes as a person approved it. Each step is on disk before the next, so a crash between two is mended by
/// the next wake.
/// </summary>
internal sealed partial class ScheduledIssues(
    SlotServing slots,
    Approval approval,
    Release release,
    Queueing queueing,
    Watching watching,
    WriteLane lane,
    IDbContextFactory<NewsletterDb> databases,
    TimeProvider clock,
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

    /// <summary>Approves and queues what schedules composed, at its hour; one that cannot go is held with the reason.</summary>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await watching.HoldChangedAsync(cancel);
        var (waiting, forPeople) = await WaitingAsync(cancel);
        foreach (var issue in waiting)
        {
            try
            {
                await LetGoAsync(issue, forPeople.Contains(issue.EditionId), cancel);
            }
            catch (Refusal refusal)
            {
                // One that the schedule approved is refused only where another wake was quicker: then there is nothing to hold.
                if (await HoldAsync(issue, refusal.Message, cancel))
                    Held(log, issue.Id, refusal.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One issue that fails never stops the others: this loop catches everything, and the next wake tries again.
                Faulted(log, issue.Id, fault);
            }
        }
    }

    private async Task LetGoAsync(ScheduledIssue issue, bool needsPerson, CancellationToken cancel)
    {
        if (issue.State is IssueState.Approved && issue.ApprovedBy != Schedule)
        {
            // Approved on another day, it is dated anew.
            if (issue.IsApprovedInTime && !(issue.EmbargoUntil > clock.GetUtcNow()))
                await release.QueueAsync(issue.Id, time: null, cancel);
            return;
        }

        if (issue.State is IssueState.Draft && needsPerson)
        {
            // Once: whoever resumes it knows, and sees to the rest.
            if (issue.Holds == 0)
                throw new Refusal(
                    $"Nobody approved it before its hour, and this edition wants a person to (--approval). To send it all the same: newsletter issue resume {issue.Id}, then approve and queue it; or cancel it, and its columns wait for the next one."
                );
            return;
        }

        if (issue.State is IssueState.Draft)
        {
            await watching.TakeNewestAsync(issue.Id, cancel);
            await approval.ApproveAsync(issue.Id, Schedule, cancel);
        }

        await queueing.QueueAsync(issue.Id, issue.EmbargoUntil, cancel);
        Released(log, issue.Id);
    }

    private async Task<(List<ScheduledIssue> Waiting, HashSet<int> ForPeople)> WaitingAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = await db
            .Slots.Where(slot => slot.At <= now)
            .Join(db.Issues, slot => slot.IssueId, issue => issue.Id, (slot, issue) => new { slot.At, Issue = issue })
            .Where(served => served.Issue.State == IssueState.Draft || served.Issue.State == IssueState.Approved)
            .Select(served => new ScheduledIssue(
                served.Issue.Id,
                served.Issue.EditionId,
                served.Issue.State,
                served.At,
                served.Issue.Holds,
                served.Issue.ApprovedBy,
                served.Issue.ApprovedAt,
                served.Issue.EmbargoUntil
            ))
            .ToListAsync(cancel);
        var ids = waiting.Select(issue => issue.EditionId).Distinct().ToList();
        var editions = await db.Editions.AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(cancel);
        return (waiting, [.. editions.Where(edition => edition.Policy.NeedsPerson).Select(edition => edition.Id)]);
    }

    private Task<bool> HoldAsync(ScheduledIssue seen, string because, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(seen.Id, cancel);
                var waits =
                    issue.State is IssueState.Draft
                    || (issue.State is IssueState.Approved && issue.ApprovedBy != Schedule);
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
