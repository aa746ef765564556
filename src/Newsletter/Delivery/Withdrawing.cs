using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Delivery;

/// <summary>
/// Takes back what is not begun. Nothing depends on it being asked in time: the step to "sending" checks again.
/// </summary>
internal sealed class Withdrawing(WriteLane lane, TimeProvider clock)
{
    public const string ReaderLeft = "The reader left or is suppressed.";
    public const string IssueCancelled = "The issue was cancelled.";

    /// <summary>The reader left: what waits for this subscription, in every issue.</summary>
    public Task<int> SubscriptionAsync(long subscriptionId, CancellationToken cancel) =>
        lane.WriteAsync(
            db =>
                Waiting(db)
                    .Where(m => m.SubscriptionId == subscriptionId)
                    .EndAsync(MessageState.Withdrawn, ReaderLeft, clock.GetUtcNow(), cancel),
            cancel
        );

    /// <summary>What waits in issues that were cancelled.</summary>
    public Task<int> CancelledAsync(CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issues = db.Issues;
                return await Waiting(db)
                    .Where(m => issues.Any(i => i.Id == m.IssueId && i.State == IssueState.Cancelled))
                    .EndAsync(MessageState.Withdrawn, IssueCancelled, clock.GetUtcNow(), cancel);
            },
            cancel
        );

    private static IQueryable<Message> Waiting(NewsletterDb db) =>
        db.Messages.Where(m => m.State == MessageState.Queued || m.State == MessageState.Claimed);
}
