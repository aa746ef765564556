using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Review;

public sealed class ScheduledIssuesTests
{
    private static readonly DateTimeOffset Thursday = new(2026, 3, 5, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_slots_issue_approves_itself_as_the_schedule_and_is_queued(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));

        await newsroom.Scheduled.WakeAsync(1, Cancel);
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        var issue = Assert.Single(await IssuesAsync(newsroom));
        Assert.Equal((IssueState.Queued, "schedule"), (issue.State, issue.ApprovedBy));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_was_composed_before_a_crash_goes_out_at_the_next_wake(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.Slots.ServeAsync(1, Cancel);
        Assert.Equal(IssueState.Draft, Assert.Single(await IssuesAsync(newsroom)).State);

        await newsroom.Scheduled.ReleaseAsync(Cancel);

        Assert.Equal(IssueState.Queued, Assert.Single(await IssuesAsync(newsroom)).State);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_cannot_be_approved_is_held_with_the_reason(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.Intake.TakeAsync(
            Newsroom.Slug,
            "file:/a",
            Some.Column("A", "Dear *|FNAME|*, good morning."),
            Cancel
        );
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));

        await newsroom.Scheduled.WakeAsync(1, Cancel);

        var issue = Assert.Single(await IssuesAsync(newsroom));
        Assert.Equal(IssueState.Held, issue.State);
        Assert.Contains("*|FNAME|*", issue.HeldBecause, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Several_that_wake_at_once_let_every_issue_go_and_hold_none(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        for (var i = 0; i < 4; i++)
        {
            await newsroom.ColumnAsync($"Column {i}");
            newsroom.Database.Clock.Advance(TimeSpan.FromDays(i == 0 ? 1 : 1.01));
            await newsroom.Slots.ServeAsync(1, Cancel);
        }

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => newsroom.Scheduled.ReleaseAsync(Cancel), Cancel))
        );

        Assert.Equal([IssueState.Queued], (await IssuesAsync(newsroom)).Select(issue => issue.State).Distinct());
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_that_a_person_composed_waits_for_a_person(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        await newsroom.ComposeAsync();

        await newsroom.Scheduled.ReleaseAsync(Cancel);

        Assert.Equal(IssueState.Draft, Assert.Single(await IssuesAsync(newsroom)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Another_time_zone_makes_up_for_no_hour_that_has_passed_there(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(7));
        await newsroom.Scheduled.WakeAsync(1, Cancel);
        await newsroom.ColumnAsync("One");
        await using (var db = newsroom.Database.Open())
        {
            // 14:00 UTC: in New York 08:00 was an hour ago.
            var publication = await db.Publications.SingleAsync(Cancel);
            publication.SetTimeZone("America/New_York", newsroom.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync(Cancel);
        }

        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.Scheduled.WakeAsync(1, Cancel);

        Assert.Empty(await IssuesAsync(newsroom));
    }

    private static async Task<List<Issue>> IssuesAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Issues.AsNoTracking().ToListAsync(Cancel);
    }

    private static Task<Newsroom> EveryDayAtEightAsync(Provider provider) =>
        Newsroom.OpenAsync(provider, publication => publication.EveryIssue.Schedules("0 0 8 * * ?", Thursday));
}
