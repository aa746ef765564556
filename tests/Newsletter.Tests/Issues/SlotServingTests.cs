using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Issues;

public sealed class SlotServingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Nothing_is_composed_before_the_hour(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(59));

        Assert.Null(await newsroom.Slots.ServeAsync(1, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task At_the_hour_what_waits_becomes_an_issue_and_the_slot_is_answered_once(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(60));

        var slot = await newsroom.Slots.ServeAsync(1, Cancel);
        await newsroom.ColumnAsync("Late");
        var again = await newsroom.Slots.ServeAsync(1, Cancel);

        Assert.Equal(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero), slot?.At);
        Assert.Single(slot?.Issue?.Columns ?? []);
        Assert.Null(again);
        // Else Quartz would be asked to wake it again at once, for ever.
        await using var db = newsroom.Database.Open();
        Assert.Equal(slot?.At, (await db.Editions.SingleAsync(Cancel)).SettledUpTo);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_new_means_no_issue_and_the_slot_says_so(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(2));

        var slot = await newsroom.Slots.ServeAsync(1, Cancel);

        Assert.Equal("nothing new", slot?.Skipped);
        Assert.Null(slot?.Issue);
        Assert.Equal(["Edition 1, slot 2026-03-05 08:00:00Z: no issue, nothing new."], newsroom.Log.Lines);
    }

    [Theory, OnBothDatabases]
    public async Task Too_few_columns_wait_for_the_next_slot(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider, minimum: 2);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(2));
        var first = await newsroom.Slots.ServeAsync(1, Cancel);
        await newsroom.ColumnAsync("Two");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(24));

        var second = await newsroom.Slots.ServeAsync(1, Cancel);

        Assert.StartsWith("1 of at least 2 columns", first?.Skipped, StringComparison.Ordinal);
        Assert.Equal(2, second?.Issue?.Columns.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Several_slots_missed_while_the_process_was_down_are_made_up_for_once(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(5));

        var slot = await newsroom.Slots.ServeAsync(1, Cancel);

        Assert.Equal(new DateTimeOffset(2026, 3, 8, 8, 0, 0, TimeSpan.Zero), slot?.At);
        Assert.NotNull(slot?.Issue);
        Assert.Null(await newsroom.Slots.ServeAsync(1, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_slot_that_is_too_late_to_make_up_for_is_left_to_a_person(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(
            provider,
            p => p.EveryIssue.Schedules("0 0 8 ? * THU", Thursday)
        );
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1 + 25));

        var slot = await newsroom.Slots.ServeAsync(1, Cancel);

        Assert.StartsWith("missed by more than 24 hours", slot?.Skipped, StringComparison.Ordinal);
        Assert.Single((await newsroom.ComposeAsync()).Columns);
    }

    [Theory, OnBothDatabases]
    public async Task Many_that_wake_at_once_answer_a_slot_once(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => newsroom.Slots.ServeAsync(1, Cancel), Cancel))
        );

        Assert.Single(answers, answer => answer is not null);
        await using var db = newsroom.Database.Open();
        Assert.Equal(1, await db.Issues.CountAsync(Cancel));
    }

    private static DateTimeOffset Thursday { get; } = new(2026, 3, 5, 7, 0, 0, TimeSpan.Zero);

    private static Task<Newsroom> EveryDayAtEightAsync(Provider provider, int minimum = 1) =>
        Newsroom.OpenAsync(
            provider,
            publication =>
            {
                publication.EveryIssue.Schedules("0 0 8 * * ?", Thursday);
                publication.EveryIssue.NeedsAtLeast(minimum);
            }
        );
}
