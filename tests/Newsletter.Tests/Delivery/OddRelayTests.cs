using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>Relays that are right and speak as few others do.</summary>
public sealed class OddRelayTests
{
    private static string Long =>
        string.Join("\r\n", Enumerable.Range(1, 99).Select(n => $"250-line {n}").Append("250 2.1.5 Ok"));

    [Theory]
    [InlineData("byte by byte")]
    [InlineData("a hundred lines to RCPT")]
    [InlineData("a hundred lines to the final dot")]
    [InlineData("a hundred lines to EHLO")]
    [InlineData("no pipelining")]
    [InlineData("no ESMTP")]
    [InlineData("no extension at all")]
    [InlineData("STARTTLS and no certificate to speak of, on this machine")]
    public async Task A_relay_with_a_manner_of_its_own_gets_every_message_once(string manner)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(10);
        var smtp = bench.Smtp;
        switch (manner)
        {
            case "byte by byte":
                smtp.IsSlowOfTongue = true;
                break;
            case "a hundred lines to RCPT":
                smtp.AnswerAt(SmtpStage.Rcpt, Long, Long);
                break;
            case "a hundred lines to the final dot":
                smtp.AnswerAt(SmtpStage.FinalDot, Long, Long);
                break;
            case "a hundred lines to EHLO":
                smtp.AnswerAt(SmtpStage.Ehlo, Long.Replace("2.1.5 Ok", "PIPELINING", StringComparison.Ordinal));
                break;
            case "no pipelining":
                smtp.Extensions.Remove("PIPELINING");
                break;
            case "no ESMTP":
                smtp.IsEsmtp = false;
                break;
            case "no extension at all":
                smtp.Extensions.Clear();
                break;
            default:
                smtp.OffersStartTls = true;
                break;
        }

        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((10, 10), ((await bench.StatusAsync(issue)).Sent, smtp.Mails.Count));
        Assert.Equal(10, smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
    }
}
