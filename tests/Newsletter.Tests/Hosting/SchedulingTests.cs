using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Newsletter.Addresses;
using Newsletter.Hosting;
using Newsletter.Issues;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Hosting;

/// <summary>Quartz with its store in the database, woken by a clock that tests move.</summary>
public sealed class SchedulingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Quartz_wakes_an_edition_at_its_slot(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        await using var schedule = await StartAsync(newsroom);

        await UntilAsync(newsroom, () => QueuedAsync(newsroom));

        await using var db = newsroom.Database.Open();
        var issue = await db.Issues.SingleAsync(Cancel);
        Assert.Equal((IssueState.Queued, "schedule"), (issue.State, issue.ApprovedBy));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero), (await db.Slots.SingleAsync(Cancel)).At);
    }

    [Theory, OnBothDatabases]
    public async Task A_slot_that_was_missed_while_the_process_was_down_is_made_up_for_once(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        await newsroom.ColumnAsync("One");
        await using (await StartAsync(newsroom))
        {
            // Long enough for the trigger of 08:00 to be stored.
            await UntilAsync(newsroom, () => Task.FromResult(newsroom.Database.Clock.GetUtcNow().Minute >= 1));
        }

        newsroom.Database.Clock.Advance(TimeSpan.FromHours(5));
        await using var again = await StartAsync(newsroom);
        await UntilAsync(newsroom, () => QueuedAsync(newsroom));
        var until = newsroom.Database.Clock.GetUtcNow().AddMinutes(2);
        await UntilAsync(newsroom, () => Task.FromResult(newsroom.Database.Clock.GetUtcNow() >= until));

        await using var db = newsroom.Database.Open();
        Assert.Equal(1, await db.Issues.CountAsync(Cancel));
        Assert.Equal(1, await SlotsAsync(newsroom));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_kept_long_enough_is_taken_away_when_the_service_runs(Provider provider)
    {
        await using var newsroom = await EveryDayAtEightAsync(provider);
        var subscribing = new Subscribing(newsroom.Database.Lane, newsroom.Database.Clock);
        await subscribing.AddAsync(Newsroom.Slug, EmailAddress.Parse("a@example.org"), null, consent: null, Cancel);
        newsroom.Database.Clock.Advance(TimeSpan.FromDays(31));
        await using var schedule = await StartAsync(newsroom);

        await UntilAsync(newsroom, async () => !await AnyReaderAsync(newsroom));
    }

    private static async Task<bool> AnyReaderAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Subscribers.AnyAsync(Cancel);
    }

    private static async Task<Schedule> StartAsync(Newsroom newsroom)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var database = newsroom.Database;
        builder.Services.AddNewsletter(Places.From(database.Folder.Path, Path.Combine(Repository.Root, "templates")));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(database.Clock));
        builder.Services.Replace(ServiceDescriptor.Singleton(database.Databases));
        // One process: on a clock that leaps, members of a cluster would take each other for dead.
        builder.Services.AddScheduling(database.Databases, clustered: false);
        var host = builder.Build();
        await host.StartAsync(Cancel);
        return new Schedule(newsroom, host);
    }

    private static async Task UntilAsync(Newsroom newsroom, Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 4000; i++)
        {
            if (await isSo())
                return;
            newsroom.Database.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(10, Cancel);
        }

        Assert.Fail("After two hours of the clock it is still not so.");
    }

    private static async Task<bool> QueuedAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Issues.AnyAsync(issue => issue.State == IssueState.Queued, Cancel);
    }

    private static async Task<int> SlotsAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Slots.CountAsync(Cancel);
    }

    private static Task<Newsroom> EveryDayAtEightAsync(Provider provider) =>
        Newsroom.OpenAsync(
            provider,
            publication =>
                publication.EveryIssue.Schedules("0 0 8 * * ?", new DateTimeOffset(2026, 3, 5, 7, 0, 0, TimeSpan.Zero))
        );

    /// <summary>Stops in order, whatever a test found: stopping waits for delays of the clock that stands still.</summary>
    private sealed class Schedule(Newsroom newsroom, IHost host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            var stopping = host.StopAsync(CancellationToken.None);
            await UntilAsync(newsroom, () => Task.FromResult(stopping.IsCompleted));
            await stopping;
            host.Dispose();
        }
    }
}
