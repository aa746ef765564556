using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Delivery;
using Newsletter.Delivery.Routing;
using Newsletter.Hosting;
using Newsletter.Tests.Cli;
using Newsletter.Tests.Testing;
using Newsletter.Web;

namespace Newsletter.Tests.Delivery;

public sealed class DeliveryLoopTests
{
    [Fact]
    public async Task A_service_that_cannot_start_sends_nothing()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var site = Site.Build(
            Places.From(folder.Data, templates: null),
            $"http://{listener.LocalEndpoint}",
            services => services.AddHostedService<SlowStart>()
        );
        await Assert.ThrowsAsync<Refusal>(() => site.StartAsync(TestContext.Current.CancellationToken));
        var status = await folder.TypeAsync("issue", "status", "1", "--json");
        Assert.Equal(("queued", 0), ((string?)status.Json["state"], (int?)status.Json["sent"]));
    }

    [Fact]
    public async Task A_fault_that_comes_again_at_each_start_is_said_once()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        var host = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        host.NotifyStarted();
        var folder = new Broken();
        using var loop = new DeliveryLoop(bench.Dispatcher(folder), host, bench.Database.Clock, bench.Log);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 600 && folder.Opened < 3; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            bench.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await loop.StopAsync(TestContext.Current.CancellationToken);
        Assert.InRange(folder.Opened, 3, int.MaxValue);
        Assert.Single(bench.Log.Lines, line => line.Contains("stopped at an error", StringComparison.Ordinal));
    }

    /// <summary>Fails as nobody thought of.</summary>
    private sealed class Broken : ICarrier
    {
        private int opened;

        public int Opened => Volatile.Read(ref opened);

        public string Name => "broken";

        public int Connections => 1;

        public SendRate? Rate => null;

        public int? Weight => null;

        public ICarrierConnection Open()
        {
            Interlocked.Increment(ref opened);
            throw new InvalidOperationException("Nobody thought of that.");
        }
    }

    /// <summary>Starts between delivery and the web, and takes as long as a delivery needs.</summary>
    private sealed class SlowStart : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
