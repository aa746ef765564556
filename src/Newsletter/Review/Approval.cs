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
        await lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(issueId, cancel);
                issue.Approve(by, clock.GetUtcNow());
                await db.FreezeAsync(issueId, draft.Content, draft.DatedAt, clock.GetUtcNow(), cancel);
            },
            cancel
        );
        return report;
    }

    private static PreflightReport Report(IssueDraft draft) =>
        Preflight.Check(draft.Content, draft.Rendered.Notices, draft.Publication.PostalAddress) with
        {
            Notes = [.. draft.Rendered.Excerpts.Select(excerpt => new Finding("excerpt", excerpt))],
        };
}
