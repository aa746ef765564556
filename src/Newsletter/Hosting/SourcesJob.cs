using Newsletter.Columns.Sources.Fetching;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>Fetches the sources that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class SourcesJob(SourceFetching fetching) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await fetching.FetchDueAsync(cancellationToken);
}
