using System.Text;
using Newsletter.Delivery.Relays;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Relays;

/// <summary>DATA goes with the envelope, and nothing is said or heard otherwise than by a client that waits.</summary>
public sealed class DataAheadTests
{
    [Theory]
    [InlineData("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\n", true)]
    [InlineData("MAIL FROM:<a@b> SIZE=3\r\nRCPT TO:<c@d> NOTIFY=FAILURE\r\n", true)]
    [InlineData("MAIL FROM:<a@b>\r\n", false)]
    [InlineData("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nRCPT TO:<e@f>\r\n", false)]
    [InlineData("RSET\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\n", false)]
    [InlineData("DATA\r\n", false)]
    [InlineData("", false)]
    public void Data_follows_one_sender_and_one_recipient(string said, bool follows) =>
        Assert.Equal(follows, DataAhead.Follows(Encoding.ASCII.GetBytes(said)));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void What_is_heard_of_data_is_held_until_it_is_said(int pieces)
    {
        var ahead = new DataAhead();
        ahead.Begin();
        var passed = "";
        var heard = "250-2.1.0 long\r\n250 Ok\r\n250 2.1.5 Ok\r\n354 Go on\r\n"u8.ToArray();
        foreach (var piece in heard.Chunk(pieces))
            passed += Encoding.ASCII.GetString(piece, 0, ahead.Pass(piece));

        Assert.Equal("250-2.1.0 long\r\n250 Ok\r\n250 2.1.5 Ok\r\n", passed);
        ahead.End();
        var rest = new byte[100];
        Assert.Equal("354 Go on\r\n", Encoding.ASCII.GetString(rest, 0, ahead.Give(rest)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_recipient_that_is_refused_costs_neither_the_connection_nor_the_next_message(
        bool saysGoOn,
        bool isSlowOfTongue
    )
    {
        await using var bench = await DeliveryBench.CreateAsync();
        (bench.Smtp.SaysGoOnToNobody, bench.Smtp.IsSlowOfTongue) = (saysGoOn, isSlowOfTongue);
        bench.Relay.Connections = 1;
        await bench.ReadersAsync(6);
        bench.Smtp.Answer("reader2@example.com", "550 5.1.1 no such user");
        bench.Smtp.Answer("reader3@example.com", "550-5.1.1 no\r\n550 5.1.1 such user");
        await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Equal((4, 1), (bench.Smtp.Mails.Count, bench.Smtp.ConnectionsOpened));
        Assert.DoesNotContain(bench.Smtp.Mails, mail => mail.Bytes.Length == 0);
        Assert.Equal(6, bench.Smtp.Commands.Count(line => line == "DATA"));
    }

    [Fact]
    public async Task A_content_that_is_refused_after_all_is_the_messages_own_fault()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Relay.Connections = 1;
        await bench.ReadersAsync(2);
        bench.Smtp.AnswerAt(SmtpStage.Data, "554 5.6.0 not this");
        await bench.IssueAsync();

        await bench.DeliverAsync();

        Assert.Equal((1, 1), (bench.Smtp.Mails.Count, bench.Smtp.ConnectionsOpened));
    }
}
