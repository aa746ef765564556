using System.Globalization;
using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>Every reply of RFC 5321 and its neighbours to a message, wherever it comes.</summary>
public sealed class ReplyClassTests
{
    private static readonly string[] ForNow =
    [
        "450 4.2.0 Greylisted",
        "451 4.3.0 Local error",
        "452 4.2.2 Mailbox full",
        "454 4.3.0 Busy",
        "455 4.5.0 Parameters",
        "450 no status at all",
    ];

    private static readonly string[] ForGood =
    [
        "500 5.5.2 Syntax",
        "501 5.1.3 Bad address",
        "502 5.5.1 Not implemented",
        "503 5.5.1 Sequence",
        "504 5.5.4 Parameter",
        "521 5.3.2 No mail here",
        "550 5.1.1 No such user",
        "551 5.1.6 Moved",
        "552 5.2.2 Mailbox full",
        "553 5.1.3 Name not allowed",
        "554 5.6.0 Content",
        "555 5.5.4 Parameters",
        "556 5.1.10 Null MX",
        "550 no status at all",
    ];

    [Theory]
    [InlineData(SmtpStage.Rcpt)]
    [InlineData(SmtpStage.Data)]
    [InlineData(SmtpStage.FinalDot)]
    public async Task A_reply_to_a_message_decides_by_its_first_digit_and_is_kept(SmtpStage stage)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Relay.Connections = 1;
        string[] replies = [.. ForNow, .. ForGood];
        await bench.ReadersAsync(replies.Length + 3);
        bench.Smtp.AnswerAt(stage, replies);
        var issue = await bench.IssueAsync();

        await bench.DeliverAsync();

        var messages = await bench.MessagesAsync(issue);
        var told = messages.Where(message => message.State is not MessageState.Sent).ToList();
        Assert.Equal((replies.Length, 3), (told.Count, bench.Smtp.Mails.Count));
        foreach (var reply in replies)
        {
            var message = Assert.Single(
                told,
                one => one.LastReply?.StartsWith(reply, StringComparison.Ordinal) == true
            );
            var expected = reply[0] == '4' ? MessageState.Queued : MessageState.Failed;
            Assert.True(expected == message.State, string.Create(CultureInfo.InvariantCulture, $"{reply}: {message}"));
        }
    }
}
