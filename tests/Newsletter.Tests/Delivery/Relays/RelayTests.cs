using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Relays;

public sealed class RelayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<SmtpStage> BeforeTheDot =>
        [SmtpStage.Greeting, SmtpStage.Ehlo, SmtpStage.Mail, SmtpStage.Rcpt, SmtpStage.Data];

    [Theory, MemberData(nameof(BeforeTheDot))]
    public async Task A_connection_that_breaks_before_the_final_dot_costs_no_attempt_and_no_message(SmtpStage stage)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(5);
        bench.Smtp.DropAt(stage);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sent, 5), (status.State, status.Sent));
        Assert.Equal(5, bench.Smtp.Mails.Count);
        await using var db = bench.Database.Open();
        Assert.All(db.Messages, message => Assert.Equal(0, message.Attempts));
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_content_is_in_doubt_and_goes_again()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(1);
        bench.Smtp.DropAt(SmtpStage.Content);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        // All of it was handed to the network; how much of it arrived, only the relay knows.
        Assert.Equal((1, 0), ((await bench.StatusAsync(issue)).Queued, bench.Smtp.Mails.Count));
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(6));
        await bench.DeliverAsync();
        Assert.Equal((1, 1), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
    }

    [Theory, OnBothDatabases]
    public async Task A_lost_answer_is_sent_again_with_the_same_message_id(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        bench.Smtp.DropAt(SmtpStage.FinalDot);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(1, (await bench.StatusAsync(issue)).Queued);
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(6));
        await bench.DeliverAsync();
        Assert.Equal(2, bench.Smtp.Mails.Count);
        Assert.Single(bench.Smtp.Mails.Select(mail => mail.MessageId).Distinct());
        Assert.Equal(IssueState.Sent, (await bench.StatusAsync(issue)).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_lost_answer_waits_for_a_person_where_the_publication_says_so(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var publication = await bench.PublicationAsync("held", UnknownPolicy.Hold);
        await bench.ReaderAsync("a@example.com", publicationId: publication);
        bench.Smtp.DropAt(SmtpStage.FinalDot);
        var issue = await bench.IssueAsync(publicationId: publication);
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromDays(1));
        await bench.DeliverAsync();
        Assert.Equal(MessageState.Unknown, (await bench.MessageAsync(issue)).State);
        Assert.Single(bench.Smtp.Mails);
    }

    [Fact]
    public async Task After_421_the_connection_is_left_and_the_message_goes_over_another()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Relay.Connections = 1;
        await bench.ReaderAsync("a@example.com");
        bench.Smtp.Answer("a@example.com", "421 4.3.2 closing");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        var message = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Sent, 0), (message.State, message.Attempts));
        Assert.Equal(2, bench.Smtp.ConnectionsOpened);
    }

    [Fact]
    public async Task A_relay_that_refuses_connections_is_a_sentence_and_everything_stays_queued()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(3);
        bench.Relay.Port = await FreePortAsync();
        var issue = await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains($"127.0.0.1:{bench.Relay.Port} refuses connections", refusal.Message, StringComparison.Ordinal);
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Queued, 3), (status.State, status.Expected));
    }

    [Fact]
    public async Task A_service_waits_for_a_relay_that_comes_later()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(3);
        bench.Relay.Port = await FreePortAsync();
        var issue = await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        await Task.Delay(300, Cancel);
        await using var late = SmtpServer.Start(bench.Relay.Port.Value);
        for (var i = 0; i < 100 && (await bench.StatusAsync(issue)).State is not IssueState.Sent; i++)
            await Task.Delay(100, Cancel);
        await stop.CancelAsync();
        await running;
        Assert.Equal(3, late.Mails.Count);
    }

    [Fact]
    public async Task A_login_is_used_and_a_refused_one_is_a_sentence()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReaderAsync("a@example.com");
        bench.Smtp.Login = ("news", "s3cret é");
        (bench.Relay.User, bench.Relay.Password) = ("news", "wrong");
        var issue = await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains("refuses the login", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", refusal.Message, StringComparison.Ordinal);
        bench.Relay.Password = "s3cret é";
        await bench.DeliverAsync();
        Assert.Equal(1, (await bench.StatusAsync(issue)).Sent);
    }

    [Fact]
    public async Task A_relay_that_wants_a_login_blames_no_reader()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReaderAsync("a@example.com");
        bench.Smtp.Login = ("news", "secret");
        var issue = await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains("Relay__User", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await bench.StatusAsync(issue)).Queued);
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, "SSH-2.0-OpenSSH")]
    [InlineData(SmtpStage.Mail, "\u0001\u0002 garbage")]
    [InlineData(SmtpStage.Rcpt, "999 what")]
    public async Task Garbage_loses_nothing(SmtpStage stage, string reply)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(3);
        bench.Smtp.AnswerAt(stage, reply);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((3, 3), ((await bench.StatusAsync(issue)).Sent, bench.Smtp.Mails.Count));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReaderAsync("a@example.com");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        bench.Smtp.Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        bench.Relay.Security = "tls";
        await bench.IssueAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains("TLS with the relay", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_takes_too_long_is_given_up_before_the_dot_and_in_doubt_after_it()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Timeouts = new RelayTimeouts { FinalDot = TimeSpan.FromMilliseconds(200) };
        await bench.ReaderAsync("a@example.com");
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromSeconds(20));
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        var message = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Queued, 1), (message.State, message.Attempts));
        Assert.StartsWith("The answer was lost", message.LastReply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smtputf8_is_asked_for_only_where_an_address_needs_it()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Smtp.Extensions.Add("SMTPUTF8");
        await bench.ReaderAsync("françois@example.com");
        await bench.ReaderAsync("anne@bücher.example");
        await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(
            ["anne@xn--bcher-kva.example", "françois@example.com"],
            bench.Smtp.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal)
        );
        Assert.Single(bench.Smtp.Commands, line => line.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_outside_ascii_fails_where_the_relay_cannot_carry_it()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReaderAsync("françois@example.com");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(MessageState.Failed, (await bench.MessageAsync(issue)).State);
    }

    private static async Task<int> FreePortAsync()
    {
        await using var server = SmtpServer.Start();
        return server.Port;
    }
}
