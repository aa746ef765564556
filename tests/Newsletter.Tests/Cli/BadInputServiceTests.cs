using System.Net;
using System.Net.Sockets;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class BadInputServiceTests
{
    [Fact]
    public async Task A_port_in_use_is_said_so()
    {
        await using var folder = new BadInputFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://{listener.LocalEndpoint}";
        Said.Refused(await folder.RunAsync([], "serve", "--urls", url), url, "address already in use", "--urls");
        Said.Refused(await folder.RunAsync([], "serve", "--urls", "http://127.0.0.1:70000"), "70000", "65535");
    }

    [Fact]
    public async Task A_second_delivery_is_refused_while_the_service_runs_and_a_relay_that_is_down_is_said_once()
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        using var service = Launched.Start(
            folder.Path,
            ["Relay__Host=127.0.0.1", "Relay__Port=1"],
            "serve",
            "--urls",
            "http://127.0.0.1:0"
        );
        await service.LineAsync();
        await service.SaysAsync("refuses connections");
        Said.Refused(await folder.TypeAsync("deliver", "--until-idle"), "Another process delivers", folder.Data);
        // Long enough to say it again, if it did.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await service.SignalAsync("TERM");
        var ended = await service.EndAsync();
        Assert.Equal(0, ended.Status);
        Said.Sentence(ended.Error);
        Assert.Equal(2, ended.Error.Split("refuses connections").Length);
    }

    [Fact]
    public async Task Delivery_and_demonstration_end_soon_after_SIGTERM()
    {
        await using var folder = new BadInputFolder();
        using var delivery = Launched.Start(folder.Path, [], "--data", "one", "deliver");
        using var demonstration = Launched.Start(folder.Path, [], "--data", "two", "demo");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        await delivery.SignalAsync("TERM");
        await demonstration.SignalAsync("TERM");
        var (delivered, stopped) = (await delivery.EndAsync(), await demonstration.EndAsync());
        Assert.Equal(0, delivered.Status);
        Assert.Equal((1, ""), (stopped.Status, stopped.Output));
        Said.Sentence(delivered.Error);
        Said.Sentence(stopped.Error, "Stopped.");
    }
}
