using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>Debian's smtp-sink with its own faults, and then without them.</summary>
public sealed class SinkFaultTests
{
    private const int Readers = 6;

    [Theory]
    [InlineData("-q", "CONNECT", 0)]
    [InlineData("-q", "EHLO", 0)]
    [InlineData("-q", "MAIL", 0)]
    [InlineData("-q", "RCPT", 0)]
    [InlineData("-q", "DATA", 0)]
    [InlineData("-Q", "MAIL", 0)]
    [InlineData("-r", "CONNECT", 0)]
    [InlineData("-f", "CONNECT", 0)]
    [InlineData("-f", "MAIL", 0)]
    [InlineData("-r", "RCPT", 1)]
    [InlineData("-r", "DATA", 1)]
    [InlineData("-r", ".", 1)]
    public async Task A_sink_that_fails_gets_everything_once_when_it_is_well(string option, string stage, int charged)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "2s,…";
        await bench.ReadersAsync(Readers);
        var issue = await bench.IssueAsync();
        var bad = await SmtpSink.StartAsync(options: [option, stage]);
        bench.Relay.Port = bad.Port;
        await using var service = RunningDispatcher.Start(bench);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Equal((Readers, 0), ((await bench.StatusAsync(issue)).Queued, (await bench.StatusAsync(issue)).Sent));
        await bad.DisposeAsync();
        await using var well = await SmtpSink.StartAsync(bad.Port);
        await service.UntilSentAsync(issue);
        Assert.Equal(Readers, well.Messages.Count());
        await using var db = bench.Database.Open();
        Assert.All(db.Messages, message => Assert.Equal(charged, message.Attempts));
    }
}
