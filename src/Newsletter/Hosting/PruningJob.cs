using Newsletter.Delivery.ServiceMails;
using Newsletter.Subscribers;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Takes away what was kept long enough.</summary>
[DisallowConcurrentExecution]
internal sealed class PruningJob(Pruning pruning, ServiceMailPruning mails) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await mails.RunAsync(cancellationToken);
        await pruning.RunAsync(cancellationToken);
    }
}
