using System.Text;
using Newsletter.Delivery.Relays;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Relays;

/// <summary>One connection, and what it is kept open for.</summary>
public sealed class RelayConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(5, 4)]
    public async Task A_connection_carries_as_many_messages_as_the_setting_says(int most, int connections)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        (bench.Relay.Connections, bench.Relay.MessagesPerConnection) = (1, most);
        await bench.ReadersAsync(20);
        await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Equal((20, connections), (bench.Smtp.Mails.Count, bench.Smtp.ConnectionsOpened));
    }

    [Fact]
    public async Task A_connection_that_rested_is_renewed_before_it_is_trusted_with_a_message()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await using var connection = new RelayConnection(bench.Relay, "relay", bench.Timeouts, bench.Time);
        Assert.Null(await connection.ReadyAsync(Cancel));
        bench.Database.Clock.Advance(bench.Timeouts.Idle);
        Assert.Null(await connection.ReadyAsync(Cancel));
        Assert.Equal(1, bench.Smtp.ConnectionsOpened);

        bench.Database.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await connection.ReadyAsync(Cancel));
        Assert.Equal(2, bench.Smtp.ConnectionsOpened);
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_makes_no_connection_old()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        var time = new CorrectedTime();
        await using var connection = new RelayConnection(bench.Relay, "relay", bench.Timeouts, time);
        Assert.Null(await connection.ReadyAsync(Cancel));
        time.Correction = TimeSpan.FromHours(1);
        Assert.Null(await connection.ReadyAsync(Cancel));
        Assert.Equal(1, bench.Smtp.ConnectionsOpened);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_relay_took_is_on_disk_before_the_next_connection_is_made(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        (bench.Relay.Connections, bench.Relay.MessagesPerConnection) = (1, 1);
        await bench.ReadersAsync(2);
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(500));
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilAsync(() => bench.Smtp.Commands.Contains("DATA"), "the first content");
        bench.Smtp.SilentAt(SmtpStage.Greeting, int.MaxValue);
        await service.UntilAsync(() => bench.Smtp.ConnectionsOpened == 2, "the second connection");
        await Task.Delay(200, Cancel);
        Assert.Equal(1, (await bench.StatusAsync(issue)).Sent);
    }

    [Fact]
    public async Task Where_chunks_are_announced_a_message_goes_as_one_and_loses_no_byte()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(2);
        await bench.IssueAsync(DeliveryBench.Content(html: "<p>.dots\n.at\n..starts</p>\uE000unsubscribe_url\uE001"));
        await bench.DeliverAsync();
        var dotted = bench.Smtp.Mails.ToDictionary(mail => mail.Recipient, mail => BodyOf(mail.Bytes));

        await using var chunked = await DeliveryBench.CreateAsync();
        chunked.Smtp.Extensions.Add("CHUNKING");
        await chunked.ReadersAsync(2);
        await chunked.IssueAsync(DeliveryBench.Content(html: "<p>.dots\n.at\n..starts</p>\uE000unsubscribe_url\uE001"));
        await chunked.DeliverAsync();

        Assert.Contains(chunked.Smtp.Commands, line => line.StartsWith("BDAT ", StringComparison.Ordinal));
        Assert.DoesNotContain("DATA", chunked.Smtp.Commands);
        Assert.Equal(2, chunked.Smtp.Mails.Count);
        Assert.All(chunked.Smtp.Mails, mail => Assert.Equal(dotted[mail.Recipient].Length, BodyOf(mail.Bytes).Length));
    }

    [Fact]
    public async Task A_password_is_never_said_in_clear_to_another_machine()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Smtp.Login = ("user", "secret");
        // Linux takes it for this machine; for us it is a name like any other.
        (bench.Relay.Host, bench.Relay.User, bench.Relay.Password) = ("0.0.0.0", "user", "secret");
        await using var connection = new RelayConnection(bench.Relay, "relay", bench.Timeouts, bench.Time);

        var fault = await connection.ReadyAsync(Cancel);

        Assert.Equal(RelayFaultKind.Unwilling, fault?.Kind);
        Assert.Contains("in clear", fault?.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Smtp.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    private static string BodyOf(byte[] message) => Encoding.Latin1.GetString(message).Split("\r\n\r\n", 2)[1];
}
