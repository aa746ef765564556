using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>A relay that does not take mail from us: no reader has a part in that.</summary>
public sealed class SenderRefusedTests
{
    private const string Reply = "550 5.7.1 <lettre@example.org>: Sender address rejected";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_sender_is_a_sentence_with_its_address_and_everything_stays_queued()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(20);
        bench.Smtp.AnswerAt(SmtpStage.Mail, [.. Enumerable.Repeat(Reply, 1000)]);
        var issue = await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains("lettre@example.org", refusal.Message, StringComparison.Ordinal);
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sending, 20, 0), (status.State, status.Queued, status.Failed));
    }

    [Fact]
    public async Task A_service_backs_off_says_it_once_without_addresses_and_goes_on_when_the_sender_is_taken()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "500ms,…";
        await bench.ReadersAsync(6);
        bench.Smtp.AnswerAt(SmtpStage.Mail, [.. Enumerable.Repeat(Reply, 4)]);
        var issue = await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        for (var i = 0; i < 150 && (await bench.StatusAsync(issue)).State is not IssueState.Sent; i++)
            await Task.Delay(100, Cancel);
        await stop.CancelAsync();
        await running;
        Assert.Equal((6, 6), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
        Assert.Single(bench.Log.Lines, line => line.Contains("Sender address rejected", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains('@', StringComparison.Ordinal));
    }
}
