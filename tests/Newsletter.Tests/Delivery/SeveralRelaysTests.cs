using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Issues;
using Newsletter.Tests.Delivery.ServiceMails;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>More than one way out, over real connections.</summary>
public sealed class SeveralRelaysTests : IAsyncDisposable
{
    private readonly SmtpServer second = SmtpServer.Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_mail_is_shared_by_weight()
    {
        await using var bench = await BenchAsync(3, 1);
        await bench.ReadersAsync(400);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(400, (await bench.StatusAsync(issue)).Sent);
        Assert.Equal(400, bench.Smtp.Mails.Count + second.Mails.Count);
        Assert.InRange(bench.Smtp.Mails.Count, 280, 320);
    }

    [Fact]
    public async Task A_relay_that_is_away_leaves_its_part_to_the_others_and_costs_no_attempt()
    {
        await using var bench = await BenchAsync(1, 1);
        await bench.ReadersAsync(50);
        await second.DisposeAsync();
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((50, 50), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
        await using var db = bench.Database.Open();
        Assert.All(db.Messages, message => Assert.Equal(0, message.Attempts));
        Assert.Single(bench.Log.Lines, line => line.Contains("refuses connections", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reserve_is_used_only_where_no_other_takes_mail()
    {
        await using var bench = await BenchAsync(1, 0);
        await bench.ReadersAsync(20);
        await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((20, 0, 0), (bench.Smtp.Mails.Count, second.Mails.Count, second.ConnectionsOpened));
        bench.Smtp.AnswerAt(SmtpStage.Greeting, [.. Enumerable.Repeat("554 5.3.2 No service", 1000)]);
        var issue = await bench.IssueAsync(number: 2);
        await bench.DeliverAsync();
        Assert.Equal((20, 20), ((await bench.StatusAsync(issue)).Sent, second.Mails.Count));
    }

    [Fact]
    public async Task Where_no_relay_takes_mail_each_is_named_and_everything_stays_queued()
    {
        await using var bench = await BenchAsync(null, null);
        await bench.ReadersAsync(3);
        await bench.Smtp.DisposeAsync();
        await second.DisposeAsync();
        var issue = await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.All(
            bench.Relays,
            relay => Assert.Contains($":{relay.Port} refuses", refusal.Message, StringComparison.Ordinal)
        );
        Assert.Equal(IssueState.Queued, (await bench.StatusAsync(issue)).State);
    }

    [Fact]
    public async Task A_relay_goes_no_faster_than_its_rate()
    {
        await using var bench = await BenchAsync([null]);
        bench.Relays[0].Rate = "20/s";
        await bench.ReadersAsync(41);
        await bench.IssueAsync();
        var start = TimeProvider.System.GetTimestamp();
        await bench.DeliverAsync();
        Assert.Equal(41, bench.Smtp.Mails.Count);
        // Forty gaps of 50 ms, less what may be caught up.
        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(1.8));
    }

    [Fact]
    public async Task A_relay_that_asks_for_less_gets_fewer_connections_and_everything_is_sent_once()
    {
        await using var bench = await BenchAsync([null]);
        bench.Relays[0].Connections = 4;
        await bench.ReadersAsync(40);
        bench.Smtp.AnswerAt(SmtpStage.Mail, "421 4.7.0 too much", "421 4.7.0 too much");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((40, 40), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
    }

    [Fact]
    public async Task A_slow_domain_does_not_hold_the_others_back()
    {
        await using var bench = await BenchAsync([null]);
        bench.Domains.All = [new DomainOptions("Domains__0") { Domain = "slow.example", Rate = "2/s" }];
        for (var i = 0; i < 12; i++)
            await bench.ReaderAsync($"reader{i}@slow.example");
        await bench.ReadersAsync(100);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((112, 112), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
        var slow = bench.Smtp.Mails.Select((mail, at) => (mail, at)).Where(each => IsSlow(each.mail)).ToList();
        // All but the two that may go before the others are through come after them.
        Assert.True(slow.Count(each => each.at >= 100) >= 9, string.Join(' ', slow.Select(each => each.at)));
    }

    [Fact]
    public async Task A_domain_with_a_long_backlog_leaves_room_for_the_others()
    {
        await using var bench = await BenchAsync([null]);
        bench.Domains.All = [new DomainOptions("Domains__0") { Domain = "example.com", Rate = "1/h" }];
        // They are first in the ledger, and more than are held in memory.
        await bench.ReadersAsync(300);
        for (var i = 0; i < 5; i++)
            await bench.ReaderAsync($"reader{i}@other.example");
        var issue = await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        for (var i = 0; i < 100 && bench.Smtp.Mails.Count < 6; i++)
            await Task.Delay(100, Cancel);
        await stop.CancelAsync();
        await running;
        Assert.Equal(
            5,
            bench.Smtp.Mails.Count(mail => mail.Recipient.EndsWith("@other.example", StringComparison.Ordinal))
        );
        var status = await bench.StatusAsync(issue);
        Assert.Equal((305, 6, 299), (status.Audience, status.Sent, status.Queued));
        await using var db = bench.Database.Open();
        // They wait in the ledger and are looked at again before long, since a rate may be changed.
        Assert.InRange(
            db.Messages.AsEnumerable().Max(m => m.NotBefore) - bench.Time.GetUtcNow(),
            TimeSpan.FromMinutes(8),
            TimeSpan.FromMinutes(10)
        );
    }

    [Fact]
    public async Task More_slow_domains_than_fit_into_memory_do_not_hold_the_others_back()
    {
        await using var bench = await BenchAsync([null]);
        for (var i = 0; i < 60; i++)
        {
            await bench.ReaderAsync($"a@slow{i}.example");
            await bench.ReaderAsync($"b@slow{i}.example");
            bench.Smtp.Answer($"a@slow{i}.example", "451 4.7.1 greylisted");
            bench.Smtp.Answer($"b@slow{i}.example", "451 4.7.1 greylisted");
        }

        await bench.ReadersAsync(200);
        await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        for (var i = 0; i < 150 && bench.Smtp.Mails.Count < 200; i++)
            await Task.Delay(100, Cancel);
        await stop.CancelAsync();
        await running;
        Assert.Equal(
            200,
            bench.Smtp.Mails.Count(mail => mail.Recipient.EndsWith("@example.com", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Mail_that_is_no_issue_goes_ahead_of_what_is_claimed_already()
    {
        await using var bench = await BenchAsync([null]);
        bench.Relays[0].Rate = "5/s";
        await bench.ReadersAsync(60);
        var issue = await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        for (var i = 0; i < 100 && bench.Smtp.Mails.Count < 3; i++)
            await Task.Delay(50, Cancel);
        await bench.AskAsync(ServiceMailBench.Mail(to: "waiting@example.org", key: "confirm:waiting"));
        var before = bench.Smtp.Mails.Count;
        for (var i = 0; i < 100 && bench.Smtp.Mails.All(mail => mail.Recipient != "waiting@example.org"); i++)
            await Task.Delay(50, Cancel);
        var place = bench.Smtp.Mails.Select(mail => mail.Recipient).ToList().IndexOf("waiting@example.org");
        await stop.CancelAsync();
        await running;
        // Half a second until it is looked for, at five a second; and what is on its way.
        Assert.InRange(place - before, 0, 8);
        Assert.Equal(IssueState.Sending, (await bench.StatusAsync(issue)).State);
    }

    [Fact]
    public async Task A_domain_that_asks_for_less_is_slowed_and_the_others_are_not()
    {
        await using var bench = await BenchAsync([null]);
        bench.Delivery.Retries = "100ms,…";
        await bench.ReaderAsync("a@slow.example");
        await bench.ReaderAsync("b@slow.example");
        await bench.ReadersAsync(50);
        bench.Smtp.Answer("a@slow.example", "451 4.7.1 slow down");
        bench.Smtp.Answer("b@slow.example", "421 4.7.0 slow down");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync(DeliveryMode.UntilDone);
        Assert.Equal((52, 52), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
        Assert.Equal(2, bench.Smtp.Mails.Skip(50).Count(IsSlow));
    }

    public async ValueTask DisposeAsync() => await second.DisposeAsync();

    private static bool IsSlow(ReceivedMail mail) => mail.Recipient.EndsWith("@slow.example", StringComparison.Ordinal);

    private async Task<DeliveryBench> BenchAsync(params int?[] weights)
    {
        var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        foreach (var (weight, i) in weights.Select((weight, i) => (weight, i)))
        {
            bench.Relays.Add(
                new RelayOptions($"Relays__{i}")
                {
                    Host = "127.0.0.1",
                    Port = i == 0 ? bench.Smtp.Port : second.Port,
                    Connections = 2,
                    Weight = weight,
                }
            );
        }

        return bench;
    }
}
