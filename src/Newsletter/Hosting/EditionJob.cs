using Newsletter.Review;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Wakes one edition; which slot it answers is for the edition to find. Its next trigger is set by <see cref="ReconcileJob"/>.</summary>
[DisallowConcurrentExecution]
internal sealed class EditionJob(ScheduledIssues issues) : IJob
{
    public const string EditionId = "edition";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await issues.WakeAsync(context.MergedJobDataMap.GetInt(EditionId), cancellationToken);
    }
}
