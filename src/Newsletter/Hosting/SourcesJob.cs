using Newsletter.Columns.Sources.Fetching;
using Quartz;

namespace Newsletter.Hosting;

/// <summary>
/// Fetches the sources that are due. Not one at a time: while a source takes an hour, the next run takes the others.
/// </summary>
internal sealed class SourcesJob(DueSources sources) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sources.FetchAsync(cancellationToken);
}
