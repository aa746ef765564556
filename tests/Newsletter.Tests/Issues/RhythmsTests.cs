using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Issues;

public sealed class RhythmsTests
{
    private const string Fridays = "0 0 18 ? * FRI";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_slower_rhythm_gathers_what_the_issues_carried_since_and_nothing_else(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var before = await CarriedAsync(newsroom, "Before");
        await SetAsync(newsroom, Fridays);
        int[] since = [await CarriedAsync(newsroom, "One"), await CarriedAsync(newsroom, "Two")];
        var waiting = await newsroom.ColumnAsync("Not carried yet");

        var weekly = await ComposeAsync(newsroom);
        var again = await Assert.ThrowsAsync<Refusal>(() => ComposeAsync(newsroom));

        Assert.Equal(since, weekly.Columns.OrderBy(c => c.Position).Select(c => c.ColumnId));
        Assert.DoesNotContain(before, weekly.Columns.Select(c => c.ColumnId));
        Assert.DoesNotContain(waiting, weekly.Columns.Select(c => c.ColumnId));
        Assert.Contains("weekly edition has not carried yet", again.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_composed_before_and_carried_after_the_rhythm_began_is_in_it(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var reserved = await newsroom.ColumnAsync("Reserved");
        await newsroom.ComposeAsync();
        await SetAsync(newsroom, Fridays);
        await CarryAsync(newsroom);

        Assert.Equal([reserved], (await ComposeAsync(newsroom)).Columns.Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task The_hour_of_a_rhythm_makes_its_own_issue_once(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await SetAsync(newsroom, Fridays);
        var column = await CarriedAsync(newsroom, "One");
        var edition = await EditionAsync(newsroom, Edition.Weekly);
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(36));

        var slot = await newsroom.Slots.ServeAsync(edition.Id, Cancel);

        Assert.Equal(new DateTimeOffset(2026, 3, 6, 18, 0, 0, TimeSpan.Zero), slot?.At);
        Assert.Equal([column], slot?.Issue?.Columns.Select(c => c.ColumnId) ?? []);
        Assert.Equal(edition.Id, slot?.Issue?.EditionId);
        Assert.Null(await newsroom.Slots.ServeAsync(edition.Id, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_rhythm_that_is_taken_back_the_readers_get_every_issue_and_are_counted(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await SetAsync(newsroom, Fridays);
        await ReadersAsync(newsroom, "weekly", "weekly", "every");

        var change = Assert.Single(await SetAsync(newsroom, "off"));

        Assert.Equal(new RhythmChange(Edition.Weekly, null, 2), change);
        await using var db = newsroom.Database.Open();
        Assert.Equal(3, await db.Subscriptions.CountAsync(s => s.Rhythm == Edition.Every, Cancel));
        var refused = await Assert.ThrowsAsync<Refusal>(() => ComposeAsync(newsroom));
        Assert.Contains("has no edition \"weekly\"", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_rhythm_that_comes_back_repeats_nothing(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await SetAsync(newsroom, Fridays);
        await CarriedAsync(newsroom, "Carried by both");
        await ComposeAsync(newsroom);
        await SetAsync(newsroom, "off");
        await CarriedAsync(newsroom, "While it was away");
        await SetAsync(newsroom, Fridays);
        var since = await CarriedAsync(newsroom, "Since");

        Assert.Equal([since], (await ComposeAsync(newsroom)).Columns.Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task Another_hour_of_a_rhythm_loses_nothing_that_waits_for_it(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await SetAsync(newsroom, Fridays);
        var waits = await CarriedAsync(newsroom, "Waits");

        await SetAsync(newsroom, "0 0 9 ? * SAT");

        Assert.Equal([waits], (await ComposeAsync(newsroom)).Columns.Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_of_a_rhythm_is_approved_for_the_readers_of_that_rhythm(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await SetAsync(newsroom, Fridays);
        await CarriedAsync(newsroom, "One");
        var wish = new IssueWish(Newsroom.Slug) { Rhythm = Edition.Weekly, Segment = "tag vip" };
        var issue = await newsroom.Composing.ComposeAsync(wish, Cancel);

        await newsroom.Approval.ApproveAsync(issue.Id, "test", Cancel);

        await using var db = newsroom.Database.Open();
        var bundle = await db.Set<Newsletter.Messages.IssueBundle>().SingleAsync(Cancel);
        Assert.Equal("weekly where tag vip", bundle.Audience);
    }

    private static Task<IReadOnlyList<RhythmChange>> SetAsync(Newsroom newsroom, string cron) =>
        newsroom.Rhythms.SetAsync(
            Newsroom.Slug,
            new RhythmWish(new Dictionary<string, string>(StringComparer.Ordinal) { [Edition.Weekly] = cron }),
            Cancel
        );

    private static Task<Issue> ComposeAsync(Newsroom newsroom) =>
        newsroom.Composing.ComposeAsync(new IssueWish(Newsroom.Slug) { Rhythm = Edition.Weekly }, Cancel);

    /// <summary>A column that an issue has carried.</summary>
    private static async Task<int> CarriedAsync(Newsroom newsroom, string title)
    {
        var column = await newsroom.ColumnAsync(title);
        await newsroom.ComposeAsync(column);
        await CarryAsync(newsroom);
        return column;
    }

    private static async Task CarryAsync(Newsroom newsroom)
    {
        var (every, now) = ((await EditionAsync(newsroom, Edition.Every)).Id, newsroom.Database.Clock.GetUtcNow());
        await using var db = newsroom.Database.Open();
        await db
            .Carryings.Where(c => c.EditionId == every && c.CarriedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CarriedAt, now), Cancel);
    }

    private static async Task<Edition> EditionAsync(Newsroom newsroom, string rhythm)
    {
        await using var db = newsroom.Database.Open();
        return await db.Editions.SingleAsync(e => e.Rhythm == rhythm, Cancel);
    }

    private static async Task ReadersAsync(Newsroom newsroom, params string[] rhythms)
    {
        await using var db = newsroom.Database.Open();
        var publication = await db.Publications.SingleAsync(Cancel);
        foreach (var (rhythm, i) in rhythms.Select((rhythm, i) => (rhythm, i)))
        {
            var reader = new Subscriber(
                Newsletter.Addresses.EmailAddress.Parse($"r{i}@example.org"),
                name: null,
                DateTimeOffset.UnixEpoch
            );
            var subscription = new Subscription(publication.Id, reader, DateTimeOffset.UnixEpoch);
            subscription.Choose(rhythm);
            db.Subscriptions.Add(subscription);
        }

        await db.SaveChangesAsync(Cancel);
    }
}
