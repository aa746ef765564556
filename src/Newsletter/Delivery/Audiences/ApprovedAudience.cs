using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;

namespace Newsletter.Delivery.Audiences;

/// <summary>Whether an issue is still for those for whom it was approved.</summary>
internal static class ApprovedAudience
{
    /// <summary>Why it cannot go out; null where nothing is wrong.</summary>
    public static async Task<string?> FaultAsync(
        NewsletterDb db,
        IssueBundle bundle,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var issue = await db
            .Issues.Where(i => i.Id == bundle.IssueId)
            .Join(db.Editions, i => i.EditionId, e => e.Id, (i, e) => new { e.Rhythm, i.Segment })
            .SingleAsync(cancel);
        if (AudienceDefinition.Of(issue.Rhythm, issue.Segment) != bundle.Audience)
            return "Its audience is not the one that was approved; cancel it, and compose and approve another.";
        try
        {
            await db.AudienceOfAsync(bundle.IssueId, now, cancel);
            return null;
        }
        catch (Refusal refusal)
        {
            return $"Its audience cannot be told: {refusal.Message} Cancel it, and compose and approve another.";
        }
    }
}
