using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Review;

/// <summary>Who lets a scheduled issue go, and what stops it on the way.</summary>
public sealed class ScheduledApprovalTests
{
    private static readonly DateTimeOffset Thursday = new(2026, 3, 5, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_draft_is_made_ahead_and_goes_by_itself_at_its_hour(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { DraftBefore = "30m" });
        await newsroom.ColumnAsync("One");
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        Assert.Null(await IssueOrNullAsync(newsroom));

        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        Assert.Equal(IssueState.Draft, (await IssueOrNullAsync(newsroom))?.State);
        await newsroom.ColumnAsync("Late");

        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        var issue = await IssueOrNullAsync(newsroom);
        Assert.Equal((IssueState.Queued, "schedule", 1), (issue?.State, issue?.ApprovedBy, issue?.Columns.Count));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_revised_since_the_draft_was_made_goes_as_it_is_now(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { DraftBefore = "30m" });
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        await ReviseAsync(newsroom, "Quite another text.");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        await using var db = newsroom.Database.Open();
        Assert.Contains(
            "Quite another text.",
            (await db.IssueBundles.SingleAsync(Cancel)).Content.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(IssueState.Queued, (await IssueOrNullAsync(newsroom))?.State);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_needs_a_person_goes_at_its_hour_once_one_approved_it(Provider provider)
    {
        await using var newsroom = await OpenAsync(
            provider,
            new RuleSettings { DraftBefore = "30m", Approval = "person" }
        );
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        await newsroom.Approval.ApproveAsync(1, "ada", Cancel);
        await newsroom.Scheduled.ReleaseAsync(Cancel);
        Assert.Equal(IssueState.Approved, (await IssueOrNullAsync(newsroom))?.State);

        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.ReleaseAsync(Cancel);

        var issue = await IssueOrNullAsync(newsroom);
        Assert.Equal((IssueState.Queued, "ada"), (issue?.State, issue?.ApprovedBy));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_nobody_approved_in_time_is_held_once_and_then_left_to_people(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { Approval = "person" });
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(60));
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        var held = await IssueOrNullAsync(newsroom);
        Assert.Equal(IssueState.Held, held?.State);
        Assert.Contains("newsletter issue resume 1", held?.HeldBecause, StringComparison.Ordinal);

        await newsroom.Queueing.ResumeAsync(1, Cancel);
        await newsroom.Scheduled.ReleaseAsync(Cancel);
        Assert.Equal(IssueState.Draft, (await IssueOrNullAsync(newsroom))?.State);
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(5));
        await newsroom.Approval.ApproveAsync(1, "ada", Cancel);
        await newsroom.Scheduled.ReleaseAsync(Cancel);
        await newsroom.Release.QueueAsync(1, time: null, Cancel);
        Assert.Equal(IssueState.Queued, (await IssueOrNullAsync(newsroom))?.State);
    }

    [Theory, OnBothDatabases]
    public async Task A_column_that_changed_after_approval_holds_the_issue_with_the_difference(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings());
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "ada", Cancel);
        await newsroom.Release.QueueAsync(issue.Id, "2026-03-06T08:00:00Z", Cancel);
        await ReviseAsync(newsroom, "One paragraph that says nothing about the week.");

        await newsroom.Scheduled.ReleaseAsync(Cancel);

        var held = await IssueOrNullAsync(newsroom);
        Assert.Equal(IssueState.Held, held?.State);
        Assert.Contains("Column 1 has changed: 1 block(s) differ", held?.HeldBecause, StringComparison.Ordinal);
        Assert.Contains("nothing about the week", held?.HeldBecause, StringComparison.Ordinal);

        await newsroom.Queueing.ResumeAsync(issue.Id, Cancel);
        await newsroom.Scheduled.ReleaseAsync(Cancel);
        Assert.Equal(IssueState.Queued, (await IssueOrNullAsync(newsroom))?.State);

        await ReviseAsync(newsroom, "A third text.");
        await newsroom.Scheduled.ReleaseAsync(Cancel);
        Assert.Equal(IssueState.Held, (await IssueOrNullAsync(newsroom))?.State);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_that_came_while_another_was_written_down_is_shown_next(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings());
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "ada", Cancel);
        await ReviseAsync(newsroom, "A second text.");
        await using (var db = newsroom.Database.Open())
        {
            var change = await db.ChangeAsync(issue.Id, Cancel);
            await ReviseAsync(newsroom, "A third text.");
            await db.ChangeShownAsync(issue.Id, change!, Cancel);
        }

        await newsroom.Release.QueueAsync(issue.Id, "2026-03-06T08:00:00Z", Cancel);
        await newsroom.Scheduled.ReleaseAsync(Cancel);
        Assert.Contains("A third text", (await IssueOrNullAsync(newsroom))?.HeldBecause, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_under_embargo_is_queued_for_its_end_and_no_sooner(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { DraftBefore = "30m" });
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        await newsroom.Queueing.EmbargoAsync(1, "2026-03-05T12:00:00Z", Cancel);
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        var issue = await IssueOrNullAsync(newsroom);
        Assert.Equal(IssueState.Queued, issue?.State);
        Assert.Equal(Thursday.AddHours(5), issue?.NotBefore);
    }

    [Theory, OnBothDatabases]
    public async Task Who_queues_an_issue_for_before_its_embargo_is_refused(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings());
        await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await newsroom.Approval.ApproveAsync(issue.Id, "ada", Cancel);
        await newsroom.Queueing.EmbargoAsync(issue.Id, "2026-03-05T12:00", Cancel);

        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            newsroom.Release.QueueAsync(issue.Id, time: null, Cancel)
        );

        Assert.Contains("under embargo until 2026-03-05T12:00:00Z", refusal.Message, StringComparison.Ordinal);
        await newsroom.Release.QueueAsync(issue.Id, "2026-03-05T12:00", Cancel);
    }

    [Theory, OnBothDatabases]
    public async Task The_subject_and_the_preheader_are_made_by_the_patterns(Provider provider)
    {
        await using var newsroom = await OpenAsync(
            provider,
            new RuleSettings
            {
                SubjectPattern = "{publication} {number}: {title}",
                PreheaderPattern = "{count} of {date}",
            }
        );
        await newsroom.ColumnAsync("Rain");
        await newsroom.ColumnAsync("Sun");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        await using var db = newsroom.Database.Open();
        var bundle = await db.IssueBundles.SingleAsync(Cancel);
        Assert.Equal(
            ("The Weekly 1: Rain", "2 of Thursday 5 March 2026"),
            (bundle.Content.Subject, bundle.Content.Preheader)
        );
    }

    [Theory, OnBothDatabases]
    public async Task How_much_of_the_others_is_shown_is_the_editions_to_say(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { Others = "excerpt" });
        var text = string.Join(" ", Enumerable.Repeat("Of this long text the end is seldom read.", 60));
        foreach (var title in new[] { "Lead", "Second" })
            await newsroom.Intake.TakeAsync(
                Newsroom.Slug,
                $"file:/{title}",
                Some.Column(title, $"{text} {title} ends."),
                Cancel
            );
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        await using var db = newsroom.Database.Open();
        var shown = (await db.IssueBundles.SingleAsync(Cancel)).Content.Html;
        Assert.Contains("Lead ends.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Second ends.", shown, StringComparison.Ordinal);
    }

    private static Task ReviseAsync(Newsroom newsroom, string text) =>
        newsroom.Intake.TakeAsync(Newsroom.Slug, "file:/One", Some.Column("One", text), Cancel);

    private static async Task<Issue?> IssueOrNullAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Issues.AsNoTracking().Include(issue => issue.Columns).SingleOrDefaultAsync(Cancel);
    }

    private static Task<Newsroom> OpenAsync(Provider provider, RuleSettings settings) =>
        Newsroom.OpenAsync(
            provider,
            publication =>
            {
                publication.EveryIssue.Schedules("0 0 8 * * ?", Thursday);
                RuleReading.Apply(settings, publication);
            }
        );
}
