using Newsletter.Subscribers;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Takes away what was kept long enough.</summary>
[DisallowConcurrentExecution]
internal sealed class PruningJob(Pruning pruning) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await pruning.RunAsync(cancellationToken);
    }
}
