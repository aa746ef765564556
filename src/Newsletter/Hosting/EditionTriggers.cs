using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Publications;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Keeps one Quartz trigger an edition, at its next slot, whatever was edited since and by which process.</summary>
internal sealed partial class EditionTriggers(
    IDbContextFactory<NewsletterDb> databases,
    TimeProvider clock,
    ILogger<EditionTriggers> log
)
{
    private const string Group = "editions";

    /// <param name="scheduler">The running one: asked of its factory while the program stops, it would be made anew.</param>
    /// <param name="cancel">Gives the wait up.</param>
    public async Task ReconcileAsync(IScheduler scheduler, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publications = await db.Publications.AsNoTracking().ToListAsync(cancel);
        foreach (var publication in publications)
        {
            foreach (var edition in publication.Editions)
                await TrySetAsync(scheduler, publication, edition, cancel);
        }
    }

    private async Task TrySetAsync(
        IScheduler scheduler,
        Publication publication,
        Edition edition,
        CancellationToken cancel
    )
    {
        try
        {
            await SetAsync(scheduler, edition, WakeAt(publication, edition, clock.GetUtcNow()), cancel);
        }
        catch (SchedulerException) when (scheduler.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown)
        {
            // The program stops; the next one begins by reconciling.
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One edition whose rule or zone has become unreadable never stops the others.
            NotSet(log, edition.Id, fault);
        }
    }

    /// <summary>At once where a slot is due and unanswered, else when the draft of the next one is made; null where there is no rule.</summary>
    private static DateTimeOffset? WakeAt(Publication publication, Edition edition, DateTimeOffset now) =>
        edition.WakesAt(publication.TimeZone, publication.QuietDays, now);

    private async Task SetAsync(IScheduler scheduler, Edition edition, DateTimeOffset? wakeAt, CancellationToken cancel)
    {
        var name = edition.Id.ToString(CultureInfo.InvariantCulture);
        var key = new TriggerKey(name, Group);
        var present = await scheduler.GetTrigger(key, cancel);
        if (wakeAt is not { } at)
        {
            if (present is not null)
                await scheduler.UnscheduleJob(key, cancel);
            return;
        }

        // One that is due already is about to fire: leave it to Quartz.
        if (present is not null && (present.StartTimeUtc == at || present.StartTimeUtc <= clock.GetUtcNow()))
            return;
        var trigger = TriggerBuilder
            .Create()
            .WithIdentity(key)
            .ForJob(name, Group)
            .StartAt(at)
            .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        if (present is not null)
        {
            await scheduler.RescheduleJob(key, trigger, cancel);
        }
        else
        {
            var job = JobBuilder
                .Create<EditionJob>()
                .WithIdentity(name, Group)
                .UsingJobData(EditionJob.EditionId, edition.Id)
                .StoreDurably()
                .Build();
            await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancel);
        }

        Set(log, edition.Id, at);
    }

    [LoggerMessage(LogLevel.Error, "Edition {EditionId} could not be scheduled; it is tried again.")]
    private static partial void NotSet(ILogger log, int editionId, Exception fault);

    [LoggerMessage(LogLevel.Information, "Edition {EditionId} wakes at {At:u}.")]
    private static partial void Set(ILogger log, int editionId, DateTimeOffset at);
}
