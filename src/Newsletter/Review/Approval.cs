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
    public Task<PreflightReport> ApproveAsync(int issueId, string by, CancellationToken cancel) =>
        ApproveAsync(issueId, new Approver(by, by), seen: null, cancel);

    /// <param name="issueId">The issue.</param>
    /// <param name="by">Who stands for it.</param>
    /// <param name="seen">The <see cref="PreflightReport.Hash"/> of what they looked at; null where nobody was shown one.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">
    /// Something blocks, it is no draft, it has changed since it was looked at, or its edition wants somebody else.
    /// </exception>
    public async Task<PreflightReport> ApproveAsync(int issueId, Approver by, string? seen, CancellationToken cancel)
    {
        var draft = await rendering.RenderAsync(issueId, date: null, cancel);
        var report = Report(draft);
        if (!report.Passes)
            throw new Refusal(
                $"Issue {issueId} is not approved: {string.Join(" ", report.Blocking.Select(finding => finding.What))}"
            );
        if (seen is not null && seen != report.Hash)
            throw ChangedMeanwhile(issueId);
        var edition = draft.Publication.Editions.Single(e => e.Id == draft.Issue.EditionId);
        await lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(issueId, cancel);
                if (!issue.IsMadeAs(draft.Issue))
                    throw ChangedMeanwhile(issueId);
                if (edition.Policy.NeedsSecond && issue.ChangedBy == by.Key)
                    throw new Refusal(
                        $"Issue {issueId} was changed last by {by.Name}, and its edition wants another person to approve it (--approval second); ask somebody else to look at it."
                    );
                issue.Approve(by.Name, clock.GetUtcNow());
                await db.FreezeAsync(issueId, draft.Content, draft.DatedAt, clock.GetUtcNow(), cancel);
            },
            cancel
        );
        return report;
    }

    /// <summary>Takes an approval away, so that the draft can be changed; what was frozen is forgotten.</summary>
    /// <param name="issueId">The issue.</param>
    /// <param name="by">Who wants to change it.</param>
    /// <param name="cancel">Gives the wait up.</param>
    /// <exception cref="Refusal">It is not approved, or it is queued already.</exception>
    public Task ReopenAsync(int issueId, Approver by, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var issue = await db.IssueAsync(issueId, cancel);
                issue.Reopen($"{by.Name} takes it up again, to change it.");
                await db.IssueBundles.Where(bundle => bundle.IssueId == issueId).ExecuteDeleteAsync(cancel);
            },
            cancel
        );

    private static Refusal ChangedMeanwhile(int issueId) =>
        new(
            $"Issue {issueId} is not approved: it has changed since you looked at it; look at it again, then approve it."
        );

    private static PreflightReport Report(IssueDraft draft) =>
        Preflight.Check(draft.Content, draft.Rendered.Notices, draft.Publication.PostalAddress) with
        {
            Notes = [.. draft.Rendered.Excerpts.Select(excerpt => new Finding("excerpt", excerpt))],
            Hash = IssueBundle.HashOf(draft.Content),
        };
}
