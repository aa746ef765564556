using Newsletter.Delivery;
using Newsletter.Delivery.Routing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>A domain that is slower than the relay, whose rate is low itself.</summary>
public sealed class SlowDomainsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_domain_slower_than_the_relay_does_not_hold_the_others_to_its_own_rate()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Relay.Rate = "100/h";
        bench.Domains.All = [new DomainOptions("Domains__0") { Domain = "slow.example", Rate = "10/h" }];
        await bench.ReaderAsync("first@slow.example");
        await bench.ReaderAsync("second@slow.example");
        await bench.ReadersAsync(6);
        await bench.IssueAsync();
        var running = bench.Dispatcher().RunAsync(DeliveryMode.UntilIdle, progress: null, Cancel);
        for (var i = 0; i < 3000 && !running.IsCompleted; i++)
        {
            bench.Database.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancel);
        }

        await running.WaitAsync(TimeSpan.FromSeconds(1), Cancel);
        // Six minutes between the two of the domain, half a minute between those of the relay.
        Assert.Equal(8, bench.Smtp.Mails.Count);
        Assert.Equal("second@slow.example", bench.Smtp.Mails.Last().Recipient);
    }
}
