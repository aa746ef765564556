using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.ServiceMails;

/// <summary>Mail that is no issue, from being asked for to its end.</summary>
public sealed class ServiceMailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Asked_for_twice_under_one_key_it_goes_once(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        Assert.True(await bench.AskAsync(ServiceMailBench.Mail()));
        Assert.False(await bench.AskAsync(ServiceMailBench.Mail()));
        await bench.DeliverAsync();
        Assert.False(await bench.AskAsync(ServiceMailBench.Mail()));
        await bench.DeliverAsync();
        var mail = Assert.Single(bench.Smtp.Mails);
        Assert.Contains("https://news.example.org/confirm/secret", mail.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Asked_for_in_a_transaction_that_fails_it_was_not_asked_for(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await Assert.ThrowsAsync<Refusal>(() =>
            bench.Database.Lane.WriteAsync(
                async db =>
                {
                    Assert.True(await bench.ServiceMails().AskAsync(db, ServiceMailBench.Mail(), Cancel));
                    throw new Refusal("no");
                },
                Cancel
            )
        );
        Assert.True(await bench.AskAsync(ServiceMailBench.Mail()));
    }

    [Theory, OnBothDatabases]
    public async Task It_goes_before_the_messages_of_issues(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Relay.Connections = 1;
        await bench.ReadersAsync(30);
        var issue = await bench.IssueAsync();
        await bench.AskAsync(ServiceMailBench.Mail());
        await bench.DeliverAsync();
        Assert.Equal("ada@example.com", bench.Smtp.Mails.First().Recipient);
        Assert.Equal((31, 30), (bench.Smtp.Mails.Count, (await bench.StatusAsync(issue)).Audience));
    }

    [Theory, OnBothDatabases]
    public async Task What_it_said_is_erased_once_it_is_sent_or_refused(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.AskAsync(ServiceMailBench.Mail());
        await bench.AskAsync(ServiceMailBench.Mail(to: "gone@example.com", key: "confirm:2"));
        bench.Smtp.Answer("gone@example.com", "550 5.1.1 no such user");
        Assert.NotNull((await bench.ServiceMailAsync()).Content);
        await bench.DeliverAsync();
        var (sent, refused) = (await bench.ServiceMailAsync(), await bench.ServiceMailAsync("confirm:2"));
        Assert.Equal((ServiceMailState.Sent, null), (sent.State, sent.Content));
        Assert.Equal((ServiceMailState.Failed, null), (refused.State, refused.Content));
    }

    [Theory, OnBothDatabases]
    public async Task Refused_for_now_it_is_tried_again_within_minutes_as_the_same_mail(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Smtp.Answer("ada@example.com", "451 4.7.1 greylisted");
        await bench.AskAsync(ServiceMailBench.Mail());
        await bench.DeliverAsync();
        var deferred = await bench.ServiceMailAsync();
        Assert.Equal((ServiceMailState.Queued, 1), (deferred.State, deferred.Attempts));
        bench.Database.Clock.Advance(TimeSpan.FromSeconds(70));
        await bench.DeliverAsync();
        var sent = await bench.ServiceMailAsync();
        Assert.Equal((ServiceMailState.Sent, deferred.DatedAt), (sent.State, sent.DatedAt));
    }

    [Theory, OnBothDatabases]
    public async Task Refused_until_it_is_of_no_use_it_ends_and_never_goes_late(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Smtp.Answer("ada@example.com", [.. Enumerable.Repeat("451 4.7.1 later", 9)]);
        // Of one the next try would come too late; the other waits for one that it does not live to see.
        await bench.AskAsync(ServiceMailBench.Mail(hours: 0.4));
        await bench.AskAsync(ServiceMailBench.Mail(hours: 0.5, key: "confirm:2"));
        for (var i = 0; i < 3; i++)
        {
            await bench.DeliverAsync();
            bench.Database.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        foreach (var key in (string[])[ServiceMailBench.Key, "confirm:2"])
        {
            var ended = await bench.ServiceMailAsync(key);
            Assert.Equal((ServiceMailState.Expired, null), (ended.State, ended.Content));
            Assert.Contains("451 4.7.1", ended.LastReply, StringComparison.Ordinal);
        }

        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task What_waited_too_long_does_not_go_any_more(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.AskAsync(ServiceMailBench.Mail(hours: 2));
        bench.Database.Clock.Advance(TimeSpan.FromHours(3));
        await bench.DeliverAsync();
        var ended = await bench.ServiceMailAsync();
        Assert.Equal((ServiceMailState.Expired, null), (ended.State, ended.Content));
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task What_expires_between_claim_and_begin_is_not_begun(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.AskAsync(ServiceMailBench.Mail(hours: 2));
        var ledger = bench.Ledger();
        var claim = Assert.Single(await ledger.ClaimAsync(4, 4, Cancel));
        bench.Database.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Empty(await ledger.CommitAsync([new LedgerStep(null, claim)], Cancel));
        Assert.Equal(ServiceMailState.Expired, (await bench.ServiceMailAsync()).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_suppressed_address_gets_no_confirmation_and_staff_their_alarm(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ChangeAsync(db =>
        {
            db.Suppressions.Add(Suppression.Of("ada@example.com", "complained", bench.Time.GetUtcNow()));
            db.Suppressions.Add(Suppression.Of("@example.net", "complained", bench.Time.GetUtcNow()));
            return Task.CompletedTask;
        });
        await bench.AskAsync(ServiceMailBench.Mail());
        await bench.AskAsync(ServiceMailBench.Mail(to: "bo@example.net", key: "confirm:2"));
        await bench.AskAsync(ServiceMailBench.Mail(key: "alarm:1", purpose: ServiceMailPurpose.Alarm));
        await bench.DeliverAsync();
        Assert.Single(bench.Smtp.Mails);
        foreach (var key in (string[])[ServiceMailBench.Key, "confirm:2"])
            Assert.Equal(ServiceMailState.Withdrawn, (await bench.ServiceMailAsync(key)).State);
        Assert.Equal(ServiceMailState.Sent, (await bench.ServiceMailAsync("alarm:1")).State);
    }

    [Theory, OnBothDatabases]
    public async Task Until_done_waits_for_it(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        Assert.False(await bench.Ledger().AnythingWaitsAsync(Cancel));
        await bench.AskAsync(ServiceMailBench.Mail());
        Assert.True(await bench.Ledger().AnythingWaitsAsync(Cancel));
        await bench.DeliverAsync(DeliveryMode.UntilDone);
        Assert.False(await bench.Ledger().AnythingWaitsAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task It_waits_for_a_relay_that_is_away_and_goes_when_it_is_back(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var port = bench.Relay.Port;
        bench.Relay.Port = 1;
        await bench.AskAsync(ServiceMailBench.Mail());
        await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Equal(ServiceMailState.Queued, (await bench.ServiceMailAsync()).State);
        bench.Relay.Port = port;
        await bench.DeliverAsync();
        Assert.Single(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task The_schema_lets_nothing_be_settled_and_still_said(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.AskAsync(ServiceMailBench.Mail());
        await using var db = bench.Database.Open();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.ServiceMails.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, ServiceMailState.Sent)
                        .SetProperty(m => m.SettledAt, bench.Time.GetUtcNow()),
                Cancel
            )
        );
    }
}
