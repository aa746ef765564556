using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newsletter.Hosting;
using Newsletter.Tests.Cli;
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

    /// <summary>Starts between delivery and the web, and takes as long as a delivery needs.</summary>
    private sealed class SlowStart : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
