using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Issues;
using Newsletter.Messages;

namespace Newsletter.Review;

/// <summary>Freezes what goes out, and says who stands for it.</summary>
internal sealed class Approval(IssueRendering rendering, WriteLane lane, TimeProvider clock)
{
    /// <summary>What a check finds now; nothing is changed.</summary>
    public async Task<PreflightReport> CheckAsync(int issueId, CancellationToken cancel) =>
        Report(await rendering.RenderAsync(issueId, date: null, cancel));

    /// <summary>Renders, checks, and freezes the bytes. Delivery reads only those.</summary>
    /// <exception cref="Refusal">Something blocks, or the issue is no draft.</exception>
    public async Task<PreflightReport> ApproveAsync(int issueId, string by, CancellationToken cancel)
    {
        var draft = await rendering.RenderAsync(issueId, date: null, cancel);
        var report = Report(draft);
        if (!report.Passes)
            throw new Refusal(
                $"Issue {issueId} is not approved: {string.Join(" ", report.Blocking.Select(finding => finding.What))}"
            );
        try
        {
            await lane.WriteAsync(db => FreezeAsync(db, draft, by, cancel), cancel);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || DatabaseFault.IsTaken(fault))
        {
            throw new Refusal(
                $"Issue {issueId} was changed by somebody else at this moment; look at it again and approve it anew.",
                fault
            );
        }

        return report;
    }

    private async Task FreezeAsync(NewsletterDb db, IssueDraft draft, string by, CancellationToken cancel)
    {
        var id = draft.Issue.Id;
        var issue = await db.IssueAsync(id, cancel);
        issue.Approve(by, clock.GetUtcNow());
        await db.IssueBundles.Where(bundle => bundle.IssueId == id).ExecuteDeleteAsync(cancel);
        db.IssueBundles.Add(new IssueBundle(id, draft.Content, draft.DatedAt, clock.GetUtcNow()));
    }

    private static PreflightReport Report(IssueDraft draft) =>
        Preflight.Check(draft.Content, draft.Rendered.Notices, draft.Publication.PostalAddress);
}
