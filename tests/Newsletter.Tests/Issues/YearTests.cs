using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Publications.Calendars;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Issues;

/// <summary>
/// A year of a publication, 300 columns in irregular order: pauses, restarts, changes of clocks, edits, quiet days, and
/// two processes on one database. What must be so at its end is counted, not looked at.
/// </summary>
public sealed class YearTests
{
    private const int Columns = 300;

    private static readonly DateTimeOffset Start = new(2026, 3, 5, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task In_a_year_every_column_is_carried_once_and_no_slot_is_served_twice(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider, Rule);
        var (chance, coming) = (new Random(6), 0);
        var (clock, end) = (newsroom.Database.Clock, Start.AddDays(365));
        while (clock.GetUtcNow() < end)
        {
            for (var come = chance.Next(0, 3); come > 0 && coming < Columns; come--)
                await ColumnAsync(newsroom, chance, ++coming);
            if (coming > 0 && chance.Next(4) == 0)
                await ReviseAsync(newsroom, chance.Next(1, coming + 1), clock.GetUtcNow());
            if (chance.Next(20) == 0)
                await PauseOrGoOnAsync(newsroom, chance.Next(2) == 0);
            // Mostly an hour or a night, now and then a machine that was off for days.
            clock.Advance(TimeSpan.FromMinutes(chance.Next(12) == 0 ? chance.Next(60, 5000) : chance.Next(30, 1200)));
            await ServeAsync(newsroom, processes: chance.Next(1, 4));
        }

        await PauseOrGoOnAsync(newsroom, pauses: false);
        for (var day = 0; day < 60; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await ServeAsync(newsroom, processes: 2);
        }

        await AssertTheYearAsync(newsroom, coming);
    }

    private static void Rule(Publication publication)
    {
        publication.SetTimeZone("Europe/Paris", Start);
        publication.SetQuietDays(QuietDays.None.On("fr,2026-08-03/2026-08-16").Answered("move"));
        // In the hour that the change of clocks skips in March and repeats in October.
        publication.EveryIssue.Schedules("0 30 2 ? * TUE,THU,SUN", Start);
        RuleReading.Apply(
            new RuleSettings
            {
                Minimum = 2,
                Maximum = "7",
                Order = "newest",
                DraftBefore = "6h",
            },
            publication
        );
    }

    private static Task ColumnAsync(Newsroom newsroom, Random chance, int number) =>
        newsroom.Intake.TakeAsync(
            Newsroom.Slug,
            $"file:/{number}",
            Some.Column($"Column {number}", $"What column {number} says.") with
            {
                Date = chance.Next(5) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(chance.Next(-400, 400)),
            },
            Cancel
        );

    private static Task ReviseAsync(Newsroom newsroom, int number, DateTimeOffset now) =>
        newsroom.Intake.TakeAsync(
            Newsroom.Slug,
            $"file:/{number}",
            Some.Column($"Column {number}", $"What column {number} says since {now:O}."),
            Cancel
        );

    private static async Task PauseOrGoOnAsync(Newsroom newsroom, bool pauses)
    {
        await using var db = newsroom.Database.Open();
        var publication = await db.PublicationAsync(Newsroom.Slug, Cancel);
        if (pauses == publication.EveryIssue.Schedule is null)
            return;
        publication.EveryIssue.Schedules(pauses ? null : "0 30 2 ? * TUE,THU,SUN", newsroom.Database.Clock.GetUtcNow());
        await db.SaveChangesAsync(Cancel);
    }

    // Each with its own connections and lane, as processes have; what goes is marked as the first message marks it.
    private static async Task ServeAsync(Newsroom newsroom, int processes)
    {
        await Task.WhenAll(
            Enumerable.Range(0, processes).Select(_ => Task.Run(() => newsroom.ServeApartAsync(1, Cancel), Cancel))
        );
        await using var db = newsroom.Database.Open();
        var now = newsroom.Database.Clock.GetUtcNow();
        await db
            .Carryings.Where(carrying => carrying.CarriedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(carrying => carrying.CarriedAt, now), Cancel);
    }

    private static async Task AssertTheYearAsync(Newsroom newsroom, int columns)
    {
        await using var db = newsroom.Database.Open();
        var issues = await db.Issues.Include(issue => issue.Columns).ToListAsync(Cancel);
        var slots = await db.Slots.OrderBy(slot => slot.At).ToListAsync(Cancel);
        var carried = issues.SelectMany(issue => issue.Columns).Select(column => column.ColumnId).ToList();

        Assert.Equal(Columns, columns);
        Assert.Equal(Enumerable.Range(1, columns), carried.Order());
        Assert.Equal(slots.Count, slots.Select(slot => slot.At).Distinct().Count());
        Assert.Equal(
            issues.Select(issue => issue.Id).Order(),
            slots.Where(s => s.IssueId != null).Select(s => s.IssueId!.Value).Order()
        );
        Assert.Equal(Enumerable.Range(1, issues.Count), issues.Select(issue => issue.Number).Order());
        Assert.All(issues, issue => Assert.InRange(issue.Columns.Count, 2, 7));
        AssertHours(slots);
        AssertLog(newsroom, slots);
    }

    private static void AssertHours(List<Slot> slots)
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var quiet = QuietDays.None.On("fr,2026-08-03/2026-08-16");
        foreach (var local in slots.Select(slot => TimeZoneInfo.ConvertTime(slot.At, paris)))
        {
            var skipped = paris.IsInvalidTime(local.Date.AddMinutes(150));
            Assert.Equal(skipped ? new TimeSpan(3, 0, 0) : new TimeSpan(2, 30, 0), local.TimeOfDay);
            Assert.Null(quiet.Why(DateOnly.FromDateTime(local.DateTime)));
        }
    }

    // The log alone tells each slot, once, with its issue or why there is none.
    private static void AssertLog(Newsroom newsroom, List<Slot> slots)
    {
        var told = newsroom.Log.Lines.Where(line => !line.Contains("quiet day", StringComparison.Ordinal)).Order();
        var expected = slots
            .Select(slot =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Edition 1, slot {slot.At:u}: {(slot.IssueId is { } id ? $"issue {id} composed of {slot.Issue!.Columns.Count} columns" : $"no issue, {slot.Skipped}")}."
                )
            )
            .Order();
        Assert.Equal(expected, told);
    }
}
