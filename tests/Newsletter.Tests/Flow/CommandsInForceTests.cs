using System.Diagnostics;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>One process sends, and another is told to stop it: by the relay's record of when each message came.</summary>
public sealed class CommandsInForceTests
{
    private const int Readers = 3000;

    private static readonly TimeSpan InForce = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Pause_resume_and_cancel_are_in_force_within_a_second(Provider provider)
    {
        await using var smtp = SmtpServer.Start();
        smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(40));
        using var room = await SmallNewsroom.OpenAsync(Readers, smtp.Port, await SettingsAsync(provider));
        await room.Program.DoneAsync("issue", "queue", "1");
        using var process = room.Program.Start("deliver");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilMoreAsync(smtp, TimeSpan.FromSeconds(30));

        await room.Program.DoneAsync("issue", "pause", "1");
        await AssertStillAsync(smtp);
        Assert.Equal("paused", (string?)(await room.Program.DoneAsync("issue", "status", "1"))["state"]);

        await room.Program.DoneAsync("issue", "resume", "1");
        // The command has ended: what follows is the other process's own time, with a margin for a busy machine.
        await UntilMoreAsync(smtp, TimeSpan.FromSeconds(3));

        await room.Program.DoneAsync("issue", "cancel", "1");
        await AssertStillAsync(smtp);
        Assert.InRange(smtp.Mails.Count, 1, Readers - 1);
        var status = await room.Program.DoneAsync("issue", "status", "1");
        Assert.Equal("cancelled", (string?)status["state"]);
        Assert.Equal(smtp.Mails.Count, (int?)status["sent"]);
        Assert.Equal(Readers, (int?)status["sent"] + (int?)status["withdrawn"]);
        process.Kill();
        await process.WaitForExitAsync(Cancel);
    }

    private static async Task AssertStillAsync(SmtpServer smtp)
    {
        await Task.Delay(InForce, Cancel);
        var sent = smtp.Mails.Count;
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        Assert.Equal(sent, smtp.Mails.Count);
    }

    private static async Task UntilMoreAsync(SmtpServer smtp, TimeSpan patience)
    {
        var (sent, watch) = (smtp.Mails.Count, Stopwatch.StartNew());
        while (smtp.Mails.Count < sent + 20)
        {
            Assert.True(watch.Elapsed < patience, $"Nothing more was sent within {patience}.");
            await Task.Delay(5, Cancel);
        }
    }

    private static async Task<Dictionary<string, string>> SettingsAsync(Provider provider) =>
        provider is Provider.Postgres
            ? new(StringComparer.Ordinal)
            {
                ["Database__Provider"] = "postgres",
                ["Database__ConnectionString"] = await PostgresCluster.NewDatabaseAsync(),
            }
            : [];
}
