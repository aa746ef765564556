using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Review;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Review;

public sealed class SecondApprovalTests
{
    private static readonly Approver s_ada = new("Ada", "ada@example.org");
    private static readonly Approver s_bo = new("Bo", "bo@example.org");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Where_a_second_person_is_wanted_whoever_changed_it_last_cannot_approve_it(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await WantSecondAsync(newsroom);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await new Drafting(newsroom.Database.Lane).HeadlineAsync(issue.Id, "Hello", null, s_ada.Key, Cancel);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => ApproveAsync(newsroom, issue.Id, s_ada));
        Assert.Contains("wants another person", refusal.Message, StringComparison.Ordinal);
        await ApproveAsync(newsroom, issue.Id, s_bo);

        await using var db = newsroom.Database.Open();
        var approved = await db.IssueAsync(issue.Id, Cancel);
        Assert.Equal((IssueState.Approved, "Bo"), (approved.State, approved.ApprovedBy));
    }

    [Fact]
    public async Task Where_one_person_is_enough_who_wrote_it_may_approve_it()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await new Drafting(newsroom.Database.Lane).HeadlineAsync(issue.Id, "Hello", null, s_ada.Key, Cancel);
        await ApproveAsync(newsroom, issue.Id, s_ada);
    }

    [Theory, OnBothDatabases]
    public async Task What_changed_since_it_was_looked_at_is_not_approved(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        var seen = (await newsroom.Approval.CheckAsync(issue.Id, Cancel)).Hash;
        await new Drafting(newsroom.Database.Lane).HeadlineAsync(issue.Id, "Another", null, s_bo.Key, Cancel);

        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            newsroom.Approval.ApproveAsync(issue.Id, s_ada, seen, Cancel)
        );
        Assert.Contains("has changed since you looked", refusal.Message, StringComparison.Ordinal);
        var anew = (await newsroom.Approval.CheckAsync(issue.Id, Cancel)).Hash;
        await newsroom.Approval.ApproveAsync(issue.Id, s_ada, anew, Cancel);
        await using var db = newsroom.Database.Open();
        Assert.Equal(anew, (await db.IssueBundles.SingleAsync(Cancel)).Hash);
    }

    [Theory, OnBothDatabases]
    public async Task To_change_what_is_approved_takes_the_approval_away_and_says_who_did(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await ApproveAsync(newsroom, issue.Id, s_bo);
        var drafting = new Drafting(newsroom.Database.Lane);
        await Assert.ThrowsAsync<Refusal>(() => drafting.HeadlineAsync(issue.Id, "S", null, s_ada.Key, Cancel));

        await newsroom.Approval.ReopenAsync(issue.Id, s_ada, Cancel);

        await using (var db = newsroom.Database.Open())
        {
            var draft = await db.IssueAsync(issue.Id, Cancel);
            Assert.Equal((IssueState.Draft, null), (draft.State, draft.ApprovedBy));
            Assert.Contains("Ada", draft.ApprovalLost, StringComparison.Ordinal);
            Assert.False(await db.IssueBundles.AnyAsync(Cancel));
        }
        await drafting.HeadlineAsync(issue.Id, "S", null, s_ada.Key, Cancel);
        await ApproveAsync(newsroom, issue.Id, s_bo);
        await new Queueing(newsroom.Database.Lane, newsroom.Database.Clock).QueueAsync(issue.Id, at: null, Cancel);
        await Assert.ThrowsAsync<Refusal>(() => newsroom.Approval.ReopenAsync(issue.Id, s_ada, Cancel));
    }

    private static Task<PreflightReport> ApproveAsync(Newsroom newsroom, int id, Approver by) =>
        newsroom.Approval.ApproveAsync(id, by, seen: null, Cancel);

    private static async Task WantSecondAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        var publication = await db.Publications.SingleAsync(Cancel);
        publication.EveryIssue.Takes(publication.EveryIssue.Policy with { NeedsPerson = true, NeedsSecond = true });
        await db.SaveChangesAsync(Cancel);
    }
}
