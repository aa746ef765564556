using Newsletter.Subscribers;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Ends the pauses whose date has come, so that lists say so before the next issue does.</summary>
[DisallowConcurrentExecution]
internal sealed class PausesJob(Pauses pauses) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await pauses.EndAsync(cancellationToken);
}
