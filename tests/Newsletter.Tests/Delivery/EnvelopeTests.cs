using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>What a relay is told beside the message, as it stands on the wire.</summary>
public sealed class EnvelopeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_a_publication_has_a_bounce_domain_each_message_has_a_sender_of_its_own_there()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await BounceDomainAsync(bench, "bounces.example.org");
        await bench.ReadersAsync(3);
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync();

        var keys = await new LinkKeys(bench.Database.Databases, bench.Database.Lane, bench.Time).AllAsync(Cancel);
        var rows = (await bench.MessagesAsync(issue)).Select(line => line.Email).Order(StringComparer.Ordinal);
        Assert.Equal(rows, bench.Smtp.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal));
        Assert.All(
            bench.Smtp.Mails,
            mail =>
            {
                Assert.EndsWith("@bounces.example.org", mail.Sender, StringComparison.Ordinal);
                Assert.True(BounceAddress.TryRead(mail.Sender, keys, out var id));
                Assert.Contains("From: La Lettre <lettre@example.org>", mail.Text, StringComparison.Ordinal);
                Assert.InRange(id, 1, 3);
            }
        );
        Assert.Equal(3, bench.Smtp.Mails.Select(mail => mail.Sender).Distinct().Count());
    }

    [Fact]
    public async Task A_bounce_domain_that_is_taken_away_counts_without_a_restart_or_an_approval()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await BounceDomainAsync(bench, "bounces.example.org");
        await bench.ReadersAsync(1);
        var issue = await bench.IssueAsync();
        var domains = new BounceDomains(bench.Database.Databases, bench.Time);
        Assert.Equal("bounces.example.org", await domains.OfAsync(issue, Cancel));

        await BounceDomainAsync(bench, null);
        bench.Database.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Null(await domains.OfAsync(issue, Cancel));
        await bench.DeliverAsync();
        Assert.Equal("lettre@example.org", Assert.Single(bench.Smtp.Mails).Sender);
    }

    [Fact]
    public async Task Reports_are_asked_for_where_the_relay_announces_them()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Smtp.Extensions.Add("DSN");
        await bench.ReaderAsync("a+b=c@bücher.example");
        await bench.IssueAsync();

        await bench.DeliverAsync();

        var mail = Assert.Single(bench.Smtp.Mails);
        var envelopeId = mail.MessageId.Split('@')[0];
        Assert.InRange(envelopeId.Length, 8, 100);
        Assert.Contains($" ENVID={envelopeId} RET=HDRS", Said(bench, "MAIL"), StringComparison.Ordinal);
        Assert.Equal(
            "RCPT TO:<a+b=c@xn--bcher-kva.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb+3Dc@xn--bcher-kva.example",
            Said(bench, "RCPT")
        );
    }

    [Theory]
    [InlineData("never", true)]
    [InlineData("auto", false)]
    public async Task Reports_are_not_asked_for_where_that_is_set_or_nothing_is_announced(
        string setting,
        bool announced
    )
    {
        await using var bench = await DeliveryBench.CreateAsync();
        if (announced)
            bench.Smtp.Extensions.Add("DSN");
        bench.Relay.Dsn = setting;
        await bench.ReaderAsync("ada@example.com");
        await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Single(bench.Smtp.Mails);
        Assert.DoesNotContain("ENVID", Said(bench, "MAIL"), StringComparison.Ordinal);
        Assert.Equal("RCPT TO:<ada@example.com>", Said(bench, "RCPT"));
    }

    [Fact]
    public async Task Smtputf8_goes_with_the_message_that_needs_it_and_domains_stay_ascii()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Smtp.Extensions.AddRange(["SMTPUTF8", "DSN"]);
        await bench.ReaderAsync("élodie+x@bücher.example", "Élodie");
        await bench.ReaderAsync("ada@bücher.example");
        await bench.IssueAsync(DeliveryBench.Content(text: ".dot\n..\nend", html: "<p>x</p>\n."));

        await bench.DeliverAsync();

        Assert.Equal(2, bench.Smtp.Mails.Count);
        var international = bench.Smtp.Commands.Where(line => line.Contains(" SMTPUTF8", StringComparison.Ordinal));
        Assert.Matches(
            new Regex(@"^MAIL FROM:<lettre@example\.org> SMTPUTF8 SIZE=\d+ BODY=8BITMIME ENVID=\S+ RET=HDRS$"),
            Assert.Single(international)
        );
        var commands = bench.Smtp.Commands.Select(Utf8).ToList();
        Assert.Contains(
            @"RCPT TO:<élodie+x@xn--bcher-kva.example> NOTIFY=FAILURE,DELAY ORCPT=utf-8;\x{E9}lodie\x{2B}x@xn--bcher-kva.example",
            commands
        );
        Assert.Contains(
            commands,
            line => line.StartsWith("RCPT TO:<ada@xn--bcher-kva.example>", StringComparison.Ordinal)
        );
        var mail = bench.Smtp.Mails.Single(one => one.Recipient.StartsWith('é'));
        Assert.Contains("<élodie+x@xn--bcher-kva.example>", Utf8(mail.Text), StringComparison.Ordinal);
        Assert.Contains(
            $"SIZE={mail.Bytes.Length.ToString(CultureInfo.InvariantCulture)} ",
            commands.Single(line => line.Contains(" SMTPUTF8", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        using var parsed = MimeKit.MimeMessage.Load(new MemoryStream(mail.Bytes), Cancel);
        Assert.Equal(".dot\n..\nend", parsed.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Fact]
    public async Task A_relay_without_smtputf8_refuses_that_message_alone_and_says_why()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReaderAsync("élodie@example.com");
        await bench.ReaderAsync("ada@example.com");
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Equal("ada@example.com", Assert.Single(bench.Smtp.Mails).Recipient);
        var failed = Assert.Single(await bench.MessagesAsync(issue, MessageState.Failed));
        Assert.Contains("SMTPUTF8", failed.LastReply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_address_outside_ascii_goes_with_smtputf8_and_without_it_nothing_is_lost()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await BounceDomainAsync(bench, "bounces.example.org");
        await bench.ReaderAsync("ada@example.com");
        var issue = await bench.IssueAsync(DeliveryBench.Content() with { ReplyTo = "réponse@example.org" });

        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());

        Assert.Contains("--reply-to", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            (IssueState.Held, 1),
            ((await bench.StatusAsync(issue)).State, (await bench.StatusAsync(issue)).Queued)
        );
        bench.Smtp.Extensions.Add("SMTPUTF8");
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Single(bench.Smtp.Mails);
        Assert.Contains(" SMTPUTF8", Said(bench, "MAIL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_within_smtputf8_is_that_messages_and_the_connection_goes_on()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Relay.Connections = 1;
        bench.Smtp.Extensions.Add("SMTPUTF8");
        bench.Smtp.Answer("élodie@example.com", "550 5.1.1 unknown");
        await bench.ReaderAsync("élodie@example.com");
        await bench.ReaderAsync("zoé@example.com");
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Equal("zoé@example.com", Assert.Single(bench.Smtp.Mails).Recipient);
        Assert.Equal(
            "550 5.1.1 unknown",
            Assert.Single(await bench.MessagesAsync(issue, MessageState.Failed)).LastReply
        );
        Assert.Equal(1, bench.Smtp.ConnectionsOpened);
    }

    [Fact]
    public async Task A_domain_that_takes_no_mail_fails_the_message_for_good()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Smtp.Answer("ada@example.com", "556 5.1.10 Recipient address has null MX");
        await bench.ReaderAsync("ada@example.com");
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Equal(MessageState.Failed, (await bench.MessageAsync(issue)).State);
    }

    private static string Said(DeliveryBench bench, string command) =>
        Assert.Single(bench.Smtp.Commands, line => line.StartsWith(command, StringComparison.Ordinal));

    private static string Utf8(string octets) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(octets));

    private static Task BounceDomainAsync(DeliveryBench bench, string? domain) =>
        bench.ChangeAsync(async db =>
            (await db.Publications.SingleAsync(p => p.Id == bench.PublicationId, Cancel)).SetBounceDomain(domain)
        );
}
