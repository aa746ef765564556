using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Issues;

/// <summary>What an edition's rule makes of the columns that wait.</summary>
public sealed class EditionPolicyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Only_columns_that_the_rule_takes_go_and_the_list_says_why_others_do_not(Provider provider)
    {
        await using var newsroom = await OpenAsync(
            provider,
            new RuleSettings
            {
                Languages = "en",
                Categories = "ESSAYS",
                Authors = "ada marchand",
            }
        );
        var taken = await TakeAsync(newsroom, "Taken", Draft("Taken"));
        await TakeAsync(newsroom, "French", Draft("French") with { Language = "fr" });
        await TakeAsync(newsroom, "News", Draft("News") with { Categories = ["News"] });
        await TakeAsync(newsroom, "Other", Draft("Other") with { Authors = [new Byline("Bo")] });

        var issue = await newsroom.ComposeAsync();
        var fates = await newsroom.Fates.OfAsync(Newsroom.Slug, Cancel);

        Assert.Equal([taken], issue.Columns.Select(column => column.ColumnId));
        Assert.Equal(
            [
                "Other: the edition takes only columns by ada marchand",
                "News: the edition takes only the categories ESSAYS",
                "French: the edition takes only columns in en",
                "Taken: ",
            ],
            fates.Select(fate => $"{fate.Title}: {fate.Why}")
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_column_that_names_no_language_has_that_of_the_publication(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { Languages = "en" });
        var id = await TakeAsync(newsroom, "One", Draft("One") with { Language = null });
        Assert.Equal([id], (await newsroom.ComposeAsync()).Columns.Select(column => column.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_those_that_waited_longest_go_first_whatever_the_order(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { Maximum = "2", Order = "newest" });
        var ids = new List<int>();
        for (var day = 1; day <= 5; day++)
        {
            ids.Add(await TakeAsync(newsroom, $"{day}", Draft($"{day}") with { Date = new DateOnly(2026, 2, day) }));
            newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([ids[1], ids[0]], await OrderAsync(newsroom));
        Assert.Equal([ids[3], ids[2]], await OrderAsync(newsroom));
        Assert.Equal([ids[4]], await OrderAsync(newsroom));
    }

    [Theory]
    [InlineData("arrival", "B C A D")]
    [InlineData("oldest", "A B C D")]
    [InlineData("newest", "D C B A")]
    [InlineData("hand", "C D B A")]
    [InlineData("lead", "C D B A")]
    public async Task Columns_stand_in_the_order_of_the_rule(string order, string expected)
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite, new RuleSettings { Order = order });
        var ids = new Dictionary<string, int>();
        foreach (var (title, day) in new[] { ("B", 2), ("C", 3), ("A", 1), ("D", 4) })
        {
            ids[title] = await TakeAsync(newsroom, title, Draft(title) with { Date = new DateOnly(2026, 2, day) });
            newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await newsroom.Decisions.OrderAsync(Newsroom.Slug, [ids["C"], ids["D"]], Cancel);

        Assert.Equal(expected.Split(' ').Select(title => ids[title]), await OrderAsync(newsroom));
    }

    [Theory, OnBothDatabases]
    public async Task Too_few_columns_go_all_the_same_where_the_rule_says_so(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { Minimum = 3, TooFew = "send" });
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("nothing new", (await newsroom.Slots.ServeAsync(1, Cancel))?.Skipped);
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Single((await newsroom.Slots.ServeAsync(1, Cancel))?.Issue?.Columns ?? []);
    }

    [Theory, OnBothDatabases]
    public async Task A_missed_hour_is_given_up_where_the_rule_says_so_and_its_columns_wait(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings { Missed = "skip" });
        await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(2));
        var missed = await newsroom.Slots.ServeAsync(1, Cancel);
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(23));
        var next = await newsroom.Slots.ServeAsync(1, Cancel);

        Assert.StartsWith("missed by more than 15 minutes", missed?.Skipped, StringComparison.Ordinal);
        Assert.Single(next?.Issue?.Columns ?? []);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_held_skipped_or_carried_by_hand_stays_out_until_it_is_released(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings());
        var ids = new List<int>();
        foreach (var title in new[] { "Held", "Skipped", "By hand", "Free" })
            ids.Add(await newsroom.ColumnAsync(title));
        await newsroom.Decisions.DecideAsync(ids[0], slug: null, OfferState.Held, Cancel);
        await newsroom.Decisions.DecideAsync(ids[1], Newsroom.Slug, OfferState.Skipped, Cancel);
        await newsroom.Decisions.DecideAsync(ids[2], slug: null, OfferState.CarriedByHand, Cancel);

        Assert.Equal([ids[3]], await OrderAsync(newsroom));
        Assert.Equal(
            ["reserved", "carried", "skipped", "held"],
            (await newsroom.Fates.OfAsync(Newsroom.Slug, Cancel)).Select(fate => fate.Fate)
        );
        var refusal = await Assert.ThrowsAsync<Refusal>(() => newsroom.ComposeAsync(ids[2]));
        Assert.Contains("carried by hand", refusal.Message, StringComparison.Ordinal);
        foreach (var id in ids.Take(3))
            await newsroom.Decisions.DecideAsync(id, slug: null, OfferState.Open, Cancel);
        Assert.Equal(ids.Take(3), await OrderAsync(newsroom));
    }

    [Theory, OnBothDatabases]
    public async Task What_an_issue_has_taken_can_no_more_be_held(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings());
        var id = await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();

        var reserved = await Assert.ThrowsAsync<Refusal>(() =>
            newsroom.Decisions.DecideAsync(id, slug: null, OfferState.Held, Cancel)
        );
        await using (var db = newsroom.Database.Open())
        {
            var now = newsroom.Database.Clock.GetUtcNow();
            await db.Carryings.ExecuteUpdateAsync(set => set.SetProperty(c => c.CarriedAt, now), Cancel);
        }

        var carried = await Assert.ThrowsAsync<Refusal>(() =>
            newsroom.Decisions.DecideAsync(id, slug: null, OfferState.Skipped, Cancel)
        );
        Assert.Contains($"newsletter issue cancel {issue.Id}", reserved.Message, StringComparison.Ordinal);
        Assert.Contains("was carried by issue", carried.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("compose")]
    [InlineData("serve")]
    public async Task Who_decides_on_columns_waits_for_whoever_is_deciding(string what)
    {
        await using var newsroom = await OpenAsync(Provider.Postgres, new RuleSettings());
        var id = await newsroom.ColumnAsync("One");
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(2));
        await using var other = newsroom.Database.Open();
        await using var transaction = await other.Database.BeginTransactionAsync(Cancel);
        await ColumnsTurn.TakeAsync(other, await other.PublicationAsync(Newsroom.Slug, Cancel), Cancel);
        Task deciding = what switch
        {
            "skip" => newsroom.Decisions.DecideAsync(id, slug: null, OfferState.Skipped, Cancel),
            "compose" => newsroom.ComposeAsync(),
            _ => newsroom.Slots.ServeAsync(1, Cancel),
        };
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancel);
        Assert.False(deciding.IsCompleted);
        await transaction.CommitAsync(Cancel);
        await deciding;
    }

    [Theory, OnBothDatabases]
    public async Task An_embargo_is_read_by_the_publications_clock_and_lifted(Provider provider)
    {
        await using var newsroom = await OpenAsync(provider, new RuleSettings());
        await using (var db = newsroom.Database.Open())
        {
            (await db.Publications.SingleAsync(Cancel)).SetTimeZone("Europe/Paris", default);
            await db.SaveChangesAsync(Cancel);
        }

        var id = await newsroom.ColumnAsync("One");
        var until = await newsroom.Decisions.EmbargoAsync(id, "2026-03-05T09:00", Cancel);

        Assert.Equal(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero), until);
        await Assert.ThrowsAsync<Refusal>(() => newsroom.ComposeAsync());
        Assert.Null(await newsroom.Decisions.EmbargoAsync(id, "off", Cancel));
        Assert.Single((await newsroom.ComposeAsync()).Columns);
        await Assert.ThrowsAsync<Refusal>(() => newsroom.Decisions.EmbargoAsync(99, "off", Cancel));
        await Assert.ThrowsAsync<Refusal>(() => newsroom.Decisions.EmbargoAsync(id, "soon", Cancel));
    }

    private static ColumnDraft Draft(string title) => Some.Column(title) with { Categories = ["Essays", "Week"] };

    private static async Task<int> TakeAsync(Newsroom newsroom, string name, ColumnDraft draft) =>
        (await newsroom.Intake.TakeAsync(Newsroom.Slug, $"file:/{name}", draft, Cancel)).Column.Id;

    private static async Task<IEnumerable<int>> OrderAsync(Newsroom newsroom) =>
        (await newsroom.ComposeAsync()).Columns.OrderBy(column => column.Position).Select(column => column.ColumnId);

    private static Task<Newsroom> OpenAsync(Provider provider, RuleSettings settings) =>
        Newsroom.OpenAsync(
            provider,
            publication =>
            {
                publication.EveryIssue.Schedules("0 0 8 * * ?", new DateTimeOffset(2026, 3, 5, 7, 0, 0, TimeSpan.Zero));
                RuleReading.Apply(settings, publication);
            }
        );
}
