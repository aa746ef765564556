using Microsoft.Data.Sqlite;
using Newsletter.Database;
using Npgsql;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>All Quartz schedules on one page, kept in the same database as everything else.</summary>
internal static class Scheduling
{
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PausesEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan SourcesEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan PruneEvery = TimeSpan.FromDays(1);

    public static IServiceCollection AddScheduling(
        this IServiceCollection services,
        Databases databases,
        bool clustered
    )
    {
        services.AddSingleton<EditionTriggers>();
        services.AddQuartz(quartz =>
        {
            // A fetch may take minutes; whoever stops the program waits for seconds.
            quartz.ConfigureScheduler(scheduler =>
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs
            );
            quartz.UsePersistentStore(store =>
            {
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
                if (databases.IsPostgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, databases.ConnectionString);
                    // Several processes may serve one database: a fire is taken by one of them. Slots are unique all the same.
                    if (clustered)
                        store.UseClustering();
                }
                else
                {
                    // Outside the pool, in which only our own connections keep out of each other's way.
                    var own = new SqliteConnectionStringBuilder(databases.ConnectionString) { Pooling = false };
                    store.UseSqlite(SqliteFactory.Instance, own.ToString());
                }
            });
            quartz.AddJob<ReconcileJob>(job => job.WithIdentity("reconcile"));
            quartz.AddTrigger(trigger =>
                trigger
                    .WithIdentity("reconcile")
                    .ForJob("reconcile")
                    .StartNow()
                    .WithSimpleSchedule(every => every.WithInterval(ReconcileEvery).RepeatForever())
            );
            // At each start too: a machine that is off at night prunes all the same.
            quartz.AddJob<PruningJob>(job => job.WithIdentity("pruning"));
            quartz.AddTrigger(trigger =>
                trigger
                    .WithIdentity("pruning")
                    .ForJob("pruning")
                    .StartNow()
                    .WithSimpleSchedule(every => every.WithInterval(PruneEvery).RepeatForever())
            );
            quartz.AddJob<SourcesJob>(job => job.WithIdentity("sources"));
            quartz.AddTrigger(trigger =>
                trigger
                    .WithIdentity("sources")
                    .ForJob("sources")
                    .StartNow()
                    .WithSimpleSchedule(every => every.WithInterval(SourcesEvery).RepeatForever())
            );
            quartz.AddJob<PausesJob>(job => job.WithIdentity("pauses"));
            quartz.AddTrigger(trigger =>
                trigger
                    .WithIdentity("pauses")
                    .ForJob("pauses")
                    .StartNow()
                    .WithSimpleSchedule(every => every.WithInterval(PausesEvery).RepeatForever())
            );
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
