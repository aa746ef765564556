using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class IdleConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_with_nothing_to_send_says_goodbye_to_its_relay()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(1);
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilSentAsync(issue);
        Assert.DoesNotContain("QUIT", bench.Smtp.Commands);
        // Ten seconds, however often it looks for something to do meanwhile.
        await Task.Delay(TimeSpan.FromSeconds(13), Cancel);
        Assert.Contains("QUIT", bench.Smtp.Commands);
    }
}
