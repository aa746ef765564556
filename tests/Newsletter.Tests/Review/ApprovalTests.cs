using System.Text;
using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Review;

public sealed class ApprovalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_is_approved_is_frozen_whatever_becomes_of_the_column(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);
        var before = await BundleAsync(newsroom, issue.Id);

        await newsroom.Intake.TakeAsync(Newsroom.Slug, "file:/One", Some.Column("One", "Another text."), Cancel);

        var after = await BundleAsync(newsroom, issue.Id);
        Assert.Equal(before.Hash, IssueBundle.HashOf(after.Content));
        Assert.DoesNotContain("Another text.", after.Html, StringComparison.Ordinal);
        await using var db = newsroom.Database.Open();
        var approved = await db.IssueAsync(issue.Id, Cancel);
        Assert.Equal((IssueState.Approved, "Ada"), (approved.State, approved.ApprovedBy));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_with_something_left_over_is_not_approved_and_stays_a_draft(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.Intake.TakeAsync(
            Newsroom.Slug,
            "file:/a",
            Some.Column("A", "Dear {{ first_name }}, good morning."),
            Cancel
        );
        var issue = await newsroom.ComposeAsync();

        var refusal = await Assert.ThrowsAsync<Refusal>(() => newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel));

        Assert.Contains("{{ first_name }}", refusal.Message, StringComparison.Ordinal);
        await using var db = newsroom.Database.Open();
        Assert.Equal(IssueState.Draft, (await db.IssueAsync(issue.Id, Cancel)).State);
        Assert.Empty(await db.IssueBundles.ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_queued_issue_cannot_be_approved_again(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);
        await newsroom.Queueing.QueueAsync(issue.Id, at: null, Cancel);

        await Assert.ThrowsAsync<Refusal>(() => newsroom.Approval.ApproveAsync(issue.Id, "Bo", Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_is_queued_for_another_day_carries_that_days_date_and_is_otherwise_the_same(
        Provider provider
    )
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);
        var approved = await BundleAsync(newsroom, issue.Id);

        await newsroom.Release.QueueAsync(issue.Id, "2026-04-09T08:00", Cancel);

        var queued = await BundleAsync(newsroom, issue.Id);
        Assert.Contains("5 March 2026", approved.Html, StringComparison.Ordinal);
        Assert.Equal(
            approved.Html.Replace("Thursday 5 March 2026", "Thursday 9 April 2026", StringComparison.Ordinal),
            queued.Html
        );
        Assert.Equal(IssueBundle.HashOf(queued.Content), queued.Hash);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_is_not_queued_for_a_time_that_has_passed(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);
        var approved = await BundleAsync(newsroom, issue.Id);

        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            newsroom.Release.QueueAsync(issue.Id, "2025-03-12T08:00", Cancel)
        );

        Assert.Contains("has passed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(approved.Hash, (await BundleAsync(newsroom, issue.Id)).Hash);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_is_queued_already_keeps_its_frozen_content(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);
        await newsroom.Release.QueueAsync(issue.Id, time: null, Cancel);
        var queued = await BundleAsync(newsroom, issue.Id);

        await Assert.ThrowsAsync<Refusal>(() => newsroom.Release.QueueAsync(issue.Id, "2026-04-09T08:00", Cancel));

        Assert.Equal(queued.Hash, (await BundleAsync(newsroom, issue.Id)).Hash);
    }

    [Fact]
    public async Task A_preview_is_the_message_that_would_go_out()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        var draft = await newsroom.Preview.OfAsync(issue.Id, readerAddress: null, Cancel);
        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);

        var approved = await newsroom.Preview.OfAsync(issue.Id, readerAddress: null, Cancel);

        Assert.Equal((draft.Subject, draft.Html, draft.Text), (approved.Subject, approved.Html, approved.Text));
        var message = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(approved.Bytes), Cancel);
        Assert.Equal(approved.Html.ReplaceLineEndings("\n"), message.HtmlBody?.ReplaceLineEndings("\n"));
        Assert.Equal(approved.Text.ReplaceLineEndings("\n"), message.TextBody?.ReplaceLineEndings("\n"));
        Assert.DoesNotContain('\uE000', Encoding.UTF8.GetString(approved.Bytes));
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_keeps_the_text_that_it_was_composed_of(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Intake.TakeAsync(Newsroom.Slug, "file:/One", Some.Column("One", "Another text."), Cancel);

        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);

        var bundle = await BundleAsync(newsroom, issue.Id);
        Assert.DoesNotContain("Another text.", bundle.Html, StringComparison.Ordinal);
        Assert.Contains("says something about the week", bundle.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_that_is_shortened_for_mail_is_frozen_whole_for_the_browser()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        var sentences = Enumerable.Range(1, 4000).Select(i => $"This is sentence {i} of a very long column.");
        await newsroom.Intake.TakeAsync(
            Newsroom.Slug,
            "file:/long",
            Some.Column("Long", string.Join(' ', sentences)),
            Cancel
        );
        var issue = await newsroom.ComposeAsync();

        await newsroom.Approval.ApproveAsync(issue.Id, "Ada", Cancel);

        var content = (await BundleAsync(newsroom, issue.Id)).Content;
        Assert.DoesNotContain("sentence 4000", content.Html, StringComparison.Ordinal);
        Assert.Contains("sentence 4000", BrowserCopy.Html(content, "how"), StringComparison.Ordinal);
    }

    private static async Task<IssueBundle> BundleAsync(Newsroom newsroom, int issueId)
    {
        await using var db = newsroom.Database.Open();
        return await db.IssueBundles.AsNoTracking().SingleAsync(bundle => bundle.IssueId == issueId, Cancel);
    }
}
