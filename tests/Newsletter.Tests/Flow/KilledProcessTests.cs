using System.Diagnostics;
using System.Globalization;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Flow;

/// <summary>The built program, killed without a warning in the middle of its work, several times.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const int Readers = 320;
    private const int Connections = 4;

    private static readonly int[] KilledAfter = [50, 130, 210];

    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-kill-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_reader_gets_the_issue_and_at_most_one_message_a_connection_goes_twice(Provider provider)
    {
        await using var smtp = SmtpServer.Start();
        smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(50));
        var program = new BuiltProgram(folder, await SettingsAsync(provider, smtp));
        await QueueAsync(program);

        foreach (var mails in KilledAfter)
            await KillAfterAsync(program, smtp, mails);
        await program.DoneAsync("deliver", "--until-done");

        var copies = smtp.Mails.GroupBy(mail => mail.Recipient).ToList();
        Assert.Equal(Readers, copies.Count);
        Assert.InRange(smtp.Mails.Count - Readers, 0, Connections * KilledAfter.Length);
        Assert.All(copies, same => Assert.Single(same.Select(mail => mail.MessageId).Distinct()));
        var status = await program.DoneAsync("issue", "status", "1");
        Assert.Equal(("sent", Readers), ((string?)status["state"], (int?)status["sent"]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task KillAfterAsync(BuiltProgram program, SmtpServer smtp, int mails)
    {
        using var process = program.Start("deliver");
        // Nobody reads what it says, and a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var patience = Stopwatch.StartNew();
        while (smtp.Mails.Count < mails && !process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(5, Cancel);
        Assert.False(process.HasExited, "It ended before it could be killed.");
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        // Only a kill in the middle says anything.
        Assert.InRange(smtp.Mails.Count, mails, Readers - (2 * Connections));
    }

    private static async Task<Dictionary<string, string>> SettingsAsync(Provider provider, SmtpServer smtp)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Relay__Host"] = "127.0.0.1",
            ["Relay__Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture),
            ["Relay__Connections"] = Connections.ToString(CultureInfo.InvariantCulture),
        };
        if (provider is Provider.Postgres)
        {
            settings["Database__Provider"] = "postgres";
            settings["Database__ConnectionString"] = await PostgresCluster.NewDatabaseAsync();
            // There the next process waits for the leases of the dead one.
            (settings["Delivery__ClaimLease"], settings["Delivery__SendingLease"]) = ("1s", "2s");
        }

        return settings;
    }

    private async Task QueueAsync(BuiltProgram program)
    {
        var readers = Path.Combine(folder, "readers.csv");
        var rows = Enumerable
            .Range(1, Readers)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"reader{i}@example.net,Reader {i}"));
        await File.WriteAllLinesAsync(readers, ["email,name", .. rows], Cancel);
        var column = Path.Combine(folder, "column.md");
        await File.WriteAllTextAsync(column, "# A lamp\n\nThe lamp was lit at five, and again at six.\n", Cancel);
        await program.DoneAsync("publication", "add", "lamps", "--title", "Lamps", "--from", "Lamps <l@example.org>");
        await program.DoneAsync("column", "add", column, "--publication", "lamps");
        await program.DoneAsync("subscriber", "import", readers, "--publication", "lamps", "--consent", "A fair");
        await program.DoneAsync("issue", "compose", "--publication", "lamps");
        await program.DoneAsync("issue", "approve", "1");
        await program.DoneAsync("issue", "queue", "1");
    }
}
