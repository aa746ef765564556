using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>
/// The relay fails once, at each stage in each way, and is well again. The table says what that may cost: how many
/// messages went twice, and how many attempts were charged to messages, of which none did anything wrong.
/// </summary>
public sealed class RelayStrikeTests
{
    private const int Readers = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    public static TheoryData<SmtpStage, string, int, int> Strikes
    {
        get
        {
            var strikes = new TheoryData<SmtpStage, string, int, int>();
            SmtpStage[] beforeTheDot =
            [
                SmtpStage.Greeting,
                SmtpStage.Ehlo,
                SmtpStage.Auth,
                SmtpStage.Mail,
                SmtpStage.Rcpt,
                SmtpStage.Data,
            ];
            foreach (var stage in beforeTheDot)
            {
                strikes.Add(stage, "drop", 0, 0);
                strikes.Add(stage, "silence", 0, 0);
                strikes.Add(stage, "421 4.3.2 Going down", 0, 0);
                strikes.Add(stage, "garbage \u0001\u0002", 0, 0);
            }

            strikes.Add(SmtpStage.Greeting, "554 5.3.2 Not now", 0, 0);
            strikes.Add(SmtpStage.Greeting, "450 4.3.2 Busy", 0, 0);
            strikes.Add(SmtpStage.Ehlo, "550 5.7.1 Not you", 0, 0);
            strikes.Add(SmtpStage.Auth, "454 4.7.0 Temporary authentication failure", 0, 0);
            strikes.Add(SmtpStage.Auth, "535 5.7.8 Who?", 0, 0);
            strikes.Add(SmtpStage.Mail, "452 4.3.1 Insufficient system storage", 0, 0);
            strikes.Add(SmtpStage.Mail, "550 5.7.1 Not that sender", 0, 0);
            strikes.Add(SmtpStage.Mail, "530 5.7.0 Authentication required", 0, 0);
            // The relay had the whole message and may have kept it: in doubt, and sent again.
            strikes.Add(SmtpStage.FinalDot, "drop", 1, 1);
            strikes.Add(SmtpStage.FinalDot, "silence", 1, 1);
            strikes.Add(SmtpStage.FinalDot, "421 4.3.2 Going down", 0, 0);
            strikes.Add(SmtpStage.Content, "drop", 0, 1);
            return strikes;
        }
    }

    [Theory, MemberData(nameof(Strikes))]
    public async Task A_relay_that_fails_once_loses_nothing_and_blames_nobody(
        SmtpStage stage,
        string fault,
        int twice,
        int charged
    )
    {
        await using var bench = await BenchAsync();
        await bench.ReadersAsync(Readers);
        Strike(bench.Smtp, stage, fault);
        var issue = await bench.IssueAsync();
        await using (var service = RunningDispatcher.Start(bench))
            await service.UntilSentAsync(issue);

        var copies = bench.Smtp.Mails.GroupBy(mail => mail.Recipient).ToList();
        Assert.Equal((Readers, Readers + twice), (copies.Count, bench.Smtp.Mails.Count));
        Assert.All(copies, same => Assert.Single(same.Select(mail => mail.MessageId).Distinct()));
        await using var db = bench.Database.Open();
        Assert.Equal(charged, db.Messages.Sum(message => message.Attempts));
        Assert.InRange(bench.Smtp.ConnectionsOpened, 1, 4);
        Assert.InRange(bench.Log.Lines.Count(line => line.Contains("trying again", StringComparison.Ordinal)), 0, 1);
    }

    private static async Task<DeliveryBench> BenchAsync()
    {
        var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "1s,…";
        bench.Timeouts = new RelayTimeouts
        {
            Connect = Limit,
            Command = Limit,
            Content = Limit,
            FinalDot = Limit,
        };
        bench.Smtp.Login = ("news", "secret");
        (bench.Relay.User, bench.Relay.Password, bench.Relay.Connections) = ("news", "secret", 1);
        return bench;
    }

    private static void Strike(SmtpServer smtp, SmtpStage stage, string fault)
    {
        if (fault is "drop")
            smtp.DropAt(stage);
        else if (fault is "silence")
            smtp.SilentAt(stage);
        else
            smtp.AnswerAt(stage, fault);
    }
}
