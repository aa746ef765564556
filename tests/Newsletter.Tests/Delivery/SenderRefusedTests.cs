using Newsletter.Delivery.Relays;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;
using Newsletter.Tests.Delivery.ServiceMails;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>A relay that does not take an issue's sender: no reader has a part in that, and no other issue.</summary>
public sealed class SenderRefusedTests
{
    private const string Reply = "550 5.7.1 <lettre@example.org>: Sender address rejected";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_issue_whose_sender_is_refused_is_held_with_a_sentence_and_everything_stays_queued(
        Provider provider
    )
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(20);
        bench.Smtp.AnswerAt(SmtpStage.Mail, [.. Enumerable.Repeat(Reply, 1000)]);
        var issue = await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains("lettre@example.org", refusal.Message, StringComparison.Ordinal);
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Held, 20, 0), (status.State, status.Queued, status.Failed));
        Assert.Contains("refuses the sender lettre@example.org", status.HeldBecause, StringComparison.Ordinal);
        Assert.All(await bench.MessagesAsync(issue), message => Assert.Equal(0, message.Attempts));
        // Each connection may have begun another before it was known, and once more for a relay on its own.
        Assert.InRange(bench.Smtp.Commands.Count(line => line.StartsWith("MAIL", StringComparison.Ordinal)), 3, 8);

        bench.Smtp.Heal(SmtpStage.Mail);
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Equal((20, 20), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
    }

    [Fact]
    public async Task Two_refusals_are_a_slip_of_the_relay_s_and_nothing_is_said()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(6);
        bench.Smtp.AnswerAt(SmtpStage.Mail, Reply, Reply);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sent, 6), ((await bench.StatusAsync(issue)).State, bench.Smtp.Mails.Count));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains("rejected", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Other_issues_go_on_at_full_speed_and_the_relay_counts_as_well(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        bench.Smtp.RefusedSender = "lettre@example.org";
        await bench.ReadersAsync(50);
        var refused = await bench.IssueAsync();
        var well = await bench.IssueAsync(
            DeliveryBench.Content() with
            {
                FromAddress = "other@example.org",
            },
            number: 2
        );
        var start = TimeProvider.System.GetTimestamp();
        await using (var service = RunningDispatcher.Start(bench))
            await service.UntilSentAsync(well);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        var status = await bench.StatusAsync(refused);
        Assert.Equal((IssueState.Held, 50), (status.State, status.Queued));
        Assert.Equal(50, bench.Smtp.Mails.Count);
        Assert.Single(bench.Log.Lines, line => line.StartsWith("Issue 1 is held", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains("trying again", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_another_relay_takes_the_sender_all_goes_over_that()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "500ms,…";
        await using var second = SmtpServer.Start();
        bench.Smtp.RefusedSender = "lettre@example.org";
        second.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(50));
        bench.Relays.Add(bench.Relay);
        bench.Relays.Add(
            new RelayOptions
            {
                Host = "127.0.0.1",
                Port = second.Port,
                Connections = 1,
            }
        );
        await bench.ReadersAsync(40);
        var issue = await bench.IssueAsync();
        await using (var service = RunningDispatcher.Start(bench))
            await service.UntilSentAsync(issue);
        Assert.Equal((0, 40), (bench.Smtp.Mails.Count, second.Mails.Count));
        Assert.InRange(bench.Smtp.Commands.Count(line => line.StartsWith("MAIL", StringComparison.Ordinal)), 3, 20);
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_that_is_no_issue_waits_for_a_relay_that_takes_its_sender(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        await bench.AskAsync(ServiceMailBench.Mail());
        bench.Smtp.AnswerAt(SmtpStage.Mail, Reply);
        await using (var service = RunningDispatcher.Start(bench))
            await service.UntilAsync(() => !bench.Smtp.Mails.IsEmpty, "the mail");
        var mail = await bench.ServiceMailAsync();
        Assert.Equal((ServiceMailState.Sent, 0), (mail.State, mail.Attempts));
    }
}
