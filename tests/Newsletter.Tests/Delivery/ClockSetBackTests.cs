using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>The machine's time is corrected by an hour in the middle of an issue.</summary>
public sealed class ClockSetBackTests
{
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

    private sealed class CorrectedTime : TimeProvider
    {
        public TimeSpan Correction { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Correction;
    }
}
