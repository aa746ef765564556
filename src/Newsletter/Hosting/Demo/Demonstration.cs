using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers.Importing;

namespace Newsletter.Hosting.Demo;

/// <summary>Prepares and follows the demonstration, through the same methods that any user's command calls.</summary>
internal sealed class Demonstration(
    PublicationRegister register,
    Intake intake,
    Import import,
    IssueStatuses statuses,
    IDbContextFactory<NewsletterDb> databases,
    DataFolder folder,
    TimeProvider clock
)
{
    private static readonly TimeSpan UntilSlot = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes publications, columns and readers, and sets the schedule to a slot that is seconds away.</summary>
    /// <returns>The slot, UTC.</returns>
    public async Task<DateTimeOffset> PrepareAsync(
        int readers,
        IProgress<ImportProgress> progress,
        CancellationToken cancel
    )
    {
        if (readers is < 1 or > 1_000_000)
            throw new Refusal($"{readers} readers are not possible; use a number from 1 to 1,000,000 (--readers).");
        foreach (var demo in DemoPublication.All)
        {
            await PublicationAsync(demo, cancel);
            await ColumnsAsync(demo, cancel);
            await ReadersAsync(demo, readers, progress, cancel);
        }

        var slot = clock.GetUtcNow() + UntilSlot;
        slot = new DateTimeOffset(slot.UtcTicks - (slot.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        foreach (var demo in DemoPublication.All)
            await register.SetAsync(demo.Slug, new PublicationSettings { Schedule = Daily(slot, demo) }, cancel);
        return slot;
    }

    /// <summary>Waits until the issues of this slot have gone out.</summary>
    /// <exception cref="Refusal">Nothing has gone for two minutes; what is not sent stays queued.</exception>
    public async Task<IReadOnlyList<DemonstratedIssue>> WaitAsync(DateTimeOffset slot, CancellationToken cancel)
    {
        var (since, sent) = (clock.GetTimestamp(), 0);
        var issues = new List<DemonstratedIssue>();
        foreach (var demo in DemoPublication.All)
        {
            DemonstratedIssue? issue;
            while ((issue = await FinishedAsync(demo, slot, cancel)) is null)
            {
                if (await SentAsync(cancel) is var now && now > sent)
                    (since, sent) = (clock.GetTimestamp(), now);
                if (clock.GetElapsedTime(since) > Patience)
                {
                    throw new Refusal(
                        "Nothing of the demonstration has gone out for two minutes; the log above says why. What is not sent stays queued: \"newsletter deliver --until-done\" goes on."
                    );
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancel);
            }

            issues.Add(issue);
        }

        return issues;
    }

    private async Task<int> SentAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Messages.CountAsync(message => message.State == MessageState.Sent, cancel);
    }

    private async Task PublicationAsync(DemoPublication demo, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!await db.Publications.AnyAsync(p => p.Slug == demo.Slug, cancel))
            await register.AddAsync(demo.Slug, demo.Settings, cancel);
    }

    /// <summary>A column goes once: each run of the demonstration brings its columns as new ones, with the run in their title.</summary>
    private async Task ColumnsAsync(DemoPublication demo, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await db.PublicationAsync(demo.Slug, cancel);
        var run = await db.Issues.CountAsync(issue => issue.PublicationId == publication.Id, cancel) + 1;
        foreach (var file in demo.Columns)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "demo", file);
            var draft = await ColumnFile.ReadAsync(path, ColumnFormat.Markdown, ShortcodeNames.Usual, cancel);
            if (run > 1)
                draft = draft with { Title = string.Create(CultureInfo.InvariantCulture, $"{draft.Title} ({run})") };
            var origin = string.Create(CultureInfo.InvariantCulture, $"demo:{run}/{file}");
            await intake.TakeAsync(demo.Slug, origin, draft, cancel);
        }
    }

    private async Task ReadersAsync(
        DemoPublication demo,
        int readers,
        IProgress<ImportProgress> progress,
        CancellationToken cancel
    )
    {
        var file = folder.In("demo-readers.csv");
        var lines = new StringBuilder("email,name\n");
        for (var i = 1; i <= readers; i++)
            lines.Append(CultureInfo.InvariantCulture, $"reader-{i}@example.org,Reader {i}\n");
        await File.WriteAllTextAsync(file, lines.ToString(), cancel);
        try
        {
            var order = new ImportOrder(file, demo.Slug, "csv", "made by the demonstration", DryRun: false);
            await import.RunAsync(order, progress, cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Daily(DateTimeOffset slot, DemoPublication demo)
    {
        var local = TimeZoneInfo.ConvertTime(
            slot,
            TimeZoneInfo.FindSystemTimeZoneById(demo.Settings.TimeZone ?? "Etc/UTC")
        );
        return string.Create(CultureInfo.InvariantCulture, $"{local.Second} {local.Minute} {local.Hour} * * ?");
    }

    private async Task<DemonstratedIssue?> FinishedAsync(
        DemoPublication demo,
        DateTimeOffset slot,
        CancellationToken cancel
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publication = await db.PublicationAsync(demo.Slug, cancel);
        var edition = publication.EveryIssue;
        var served = await db
            .Slots.Where(s => s.EditionId == edition.Id && s.At >= slot)
            .Select(s => s.Issue)
            .FirstOrDefaultAsync(cancel);
        if (served is not { State: IssueState.Sent or IssueState.Held })
            return null;
        if (served.State is IssueState.Held)
            throw new Refusal($"The issue of {publication.Title} is held: {served.HeldBecause}");
        var status = await statuses.OfAsync(served.Id, cancel);
        var next = edition
            .RuleIn(publication.TimeZone, publication.QuietDays)
            ?.Following(clock.GetUtcNow(), 1)
            .Cast<DateTimeOffset?>()
            .FirstOrDefault();
        return new DemonstratedIssue(
            served.Id,
            demo.Slug,
            publication.Title,
            served.Number,
            status.Audience,
            status.Sent,
            next
        );
    }
}
