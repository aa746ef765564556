using Newsletter.Delivery;
using Newsletter.Issues;

namespace Newsletter.Tests.Testing;

/// <summary>Delivery as the service runs it, until the test has seen enough.</summary>
internal sealed class RunningDispatcher : IAsyncDisposable
{
    private readonly DeliveryBench bench;
    private readonly CancellationTokenSource stop;
    private readonly Task running;

    private RunningDispatcher(DeliveryBench bench)
    {
        this.bench = bench;
        stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, progress: null, stop.Token);
    }

    public static RunningDispatcher Start(DeliveryBench bench) => new(bench);

    public async Task UntilSentAsync(int issueId)
    {
        for (var i = 0; i < 600; i++)
        {
            Assert.False(running.IsFaulted, running.Exception?.ToString());
            if ((await bench.StatusAsync(issueId)).State is IssueState.Sent)
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail(
            $"After thirty seconds the issue is not sent: {await bench.StatusAsync(issueId)} {string.Join('\n', bench.Log.Lines)}"
        );
    }

    public async Task UntilAsync(Func<bool> seen, string what)
    {
        for (var i = 0; i < 3000; i++)
        {
            Assert.False(running.IsFaulted, running.Exception?.ToString());
            if (seen())
                return;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"After thirty seconds not yet: {what}. {string.Join('\n', bench.Log.Lines)}");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }
}
