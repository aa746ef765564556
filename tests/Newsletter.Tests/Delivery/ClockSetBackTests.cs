using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>The machine's time is corrected by an hour in the middle of an issue.</summary>
public sealed class ClockSetBackTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_is_due_is_sent_all_the_same_and_once(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var time = new CorrectedTime();
        bench.Time = time;
        bench.Delivery.Retries = "1s,…";
        bench.Smtp.DelayAt(SmtpStage.Rcpt, TimeSpan.FromMilliseconds(20));
        await bench.ReadersAsync(150);
        bench.Smtp.Answer("reader149@example.com", "451 4.2.0 Later");
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilAsync(() => bench.Smtp.Mails.Count >= 20, "twenty messages");
        time.Correction = TimeSpan.FromHours(-1);
        await service.UntilSentAsync(issue);
        Assert.Equal(150, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(150, bench.Smtp.Mails.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_clock_that_ran_days_ahead_ends_no_message_and_dates_none_in_its_future(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var time = new CorrectedTime { Correction = TimeSpan.FromDays(5) };
        bench.Time = time;
        await bench.ReadersAsync(2);
        bench.Delivery.Retries = "100ms,…";
        bench.Smtp.Answer("reader1@example.com", "451 4.2.0 Later", "451 4.2.0 Later");
        var issue = await bench.IssueAsync();
        var dispatcher = bench.Dispatcher();
        time.Correction = TimeSpan.Zero;

        await dispatcher.RunAsync(DeliveryMode.UntilDone, progress: null, Cancel).WaitAsync(Limit, Cancel);

        var messages = await bench.MessagesAsync(issue);
        Assert.Equal([0, 2], messages.Select(message => message.Attempts).Order());
        Assert.All(messages, message => Assert.Equal(MessageState.Sent, message.State));
        Assert.All(messages, message => Assert.True(message.SettledAt <= time.GetUtcNow()));
    }

    [Fact]
    public async Task A_connection_that_breaks_once_after_days_of_rest_ends_no_message()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(1);
        bench.Smtp.Answer("reader0@example.com", "451 4.2.0 Later");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromDays(5));
        bench.Smtp.DropAt(SmtpStage.Mail);

        await bench.DeliverAsync();

        Assert.Equal(MessageState.Sent, (await bench.MessageAsync(issue)).State);
    }
}
