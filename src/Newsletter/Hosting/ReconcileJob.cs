using Newsletter.Review;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Brings triggers to what the publications say now, and finishes what a crash left half done.</summary>
[DisallowConcurrentExecution]
internal sealed class ReconcileJob(EditionTriggers triggers, ScheduledIssues issues) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await triggers.ReconcileAsync(context.Scheduler, cancellationToken);
        await issues.ReleaseAsync(cancellationToken);
    }
}
