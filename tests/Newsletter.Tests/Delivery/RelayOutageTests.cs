using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>The relay fails for a while: nothing is charged, nothing spins, and it is said once.</summary>
public sealed class RelayOutageTests
{
    private const int Readers = 8;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<SmtpStage, string> Outages =>
        new()
        {
            { SmtpStage.Greeting, "drop" },
            { SmtpStage.Greeting, "421 4.3.2 Busy" },
            { SmtpStage.Greeting, "554 5.3.2 No mail here" },
            { SmtpStage.Ehlo, "drop" },
            { SmtpStage.Ehlo, "421 4.3.2 Busy" },
            { SmtpStage.Auth, "drop" },
            { SmtpStage.Auth, "454 4.7.0 Temporary authentication failure" },
            { SmtpStage.Auth, "535 5.7.8 Who?" },
            { SmtpStage.Mail, "drop" },
            { SmtpStage.Mail, "452 4.3.1 Insufficient system storage" },
            { SmtpStage.Mail, "421 4.3.2 Busy" },
            { SmtpStage.Rcpt, "drop" },
            { SmtpStage.Data, "drop" },
        };

    [Theory, MemberData(nameof(Outages))]
    public async Task A_relay_that_fails_for_a_while_gets_everything_once_when_it_is_back(SmtpStage stage, string fault)
    {
        await using var bench = await BenchAsync();
        await bench.ReadersAsync(Readers);
        Fail(bench.Smtp, stage, fault);
        var issue = await bench.IssueAsync();
        await using (var service = RunningDispatcher.Start(bench))
        {
            await Task.Delay(Outage, Cancel);
            AssertCalm(bench);
            Assert.Empty(bench.Smtp.Mails);
            bench.Smtp.Heal(stage);
            await service.UntilSentAsync(issue);
        }

        Assert.Equal(Readers, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(Readers, bench.Smtp.Mails.Count);
        await using var db = bench.Database.Open();
        Assert.All(db.Messages, message => Assert.Equal(0, message.Attempts));
        Assert.Single(bench.Log.Lines, line => line.EndsWith("takes mail again.", StringComparison.Ordinal));
        Assert.Single(bench.Log.Lines, line => line.Contains("trying again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("454 4.7.0 TLS not available")]
    [InlineData("garbage")]
    [InlineData("a certificate that nobody vouches for")]
    public async Task Where_TLS_fails_nothing_is_said_in_clear(string fault)
    {
        await using var bench = await BenchAsync();
        await bench.ReadersAsync(Readers);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        (bench.Smtp.Certificate, bench.Smtp.OffersStartTls) = (
            request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1)),
            true
        );
        bench.Relay.Security = "starttls";
        if (!fault.StartsWith("a cert", StringComparison.Ordinal))
            Fail(bench.Smtp, SmtpStage.StartTls, fault);
        var issue = await bench.IssueAsync();
        await using (RunningDispatcher.Start(bench))
        {
            await Task.Delay(Outage, Cancel);
            AssertCalm(bench);
        }

        Assert.DoesNotContain(bench.Smtp.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Smtp.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal(Readers, (await bench.StatusAsync(issue)).Queued);
        Assert.Single(bench.Log.Lines, line => line.Contains("trying again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_that_goes_down_in_the_middle_and_comes_back_gets_the_rest_once()
    {
        await using var bench = await BenchAsync();
        bench.Smtp.DelayAt(SmtpStage.Rcpt, TimeSpan.FromMilliseconds(20));
        await bench.ReadersAsync(60);
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilAsync(() => bench.Smtp.Mails.Count >= 20, "twenty messages");
        var port = bench.Smtp.Port;
        await bench.Smtp.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        await using var back = SmtpServer.Start(port);
        back.Login = bench.Smtp.Login;
        await service.UntilSentAsync(issue);
        var copies = bench.Smtp.Mails.Concat(back.Mails).GroupBy(mail => mail.Recipient).ToList();
        Assert.Equal(60, copies.Count);
        // One for each connection may have been in doubt as the relay went.
        Assert.InRange(bench.Smtp.Mails.Count + back.Mails.Count - 60, 0, bench.Relay.Connections);
        Assert.Single(bench.Log.Lines, line => line.Contains("trying again", StringComparison.Ordinal));
    }

    private static void AssertCalm(DeliveryBench bench)
    {
        Assert.InRange(bench.Smtp.ConnectionsOpened, 1, 20);
        Assert.InRange(bench.Smtp.Commands.Count, 0, 150);
    }

    private static async Task<DeliveryBench> BenchAsync()
    {
        var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "1s,…";
        bench.Smtp.Login = ("news", "secret");
        (bench.Relay.User, bench.Relay.Password, bench.Relay.Connections) = ("news", "secret", 2);
        return bench;
    }

    private static void Fail(SmtpServer smtp, SmtpStage stage, string fault)
    {
        if (fault is "drop")
            smtp.DropAt(stage, int.MaxValue);
        else
            smtp.AnswerAt(stage, [.. Enumerable.Repeat(fault, 10_000)]);
    }
}
