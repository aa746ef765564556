using Microsoft.Data.Sqlite;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>Another process holds the write lock of SQLite, for longer than anyone waits for it.</summary>
public sealed class LockedDatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_is_locked_in_the_middle_is_waited_for_and_it_is_said_once()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Smtp.DelayAt(SmtpStage.Rcpt, TimeSpan.FromMilliseconds(20));
        await bench.ReadersAsync(100);
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilAsync(() => bench.Smtp.Mails.Count >= 20, "twenty messages");
        await HoldLockAsync(bench, TimeSpan.FromSeconds(13));
        await service.UntilSentAsync(issue);
        Assert.Equal(100, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(100, bench.Smtp.Mails.Count);
        Assert.InRange(bench.Log.Lines.Count(line => line.Contains("cannot be used", StringComparison.Ordinal)), 0, 1);
    }

    private static async Task HoldLockAsync(DeliveryBench bench, TimeSpan time)
    {
        await using var other = new SqliteConnection($"Data Source={bench.Database.Folder.DatabaseFile};Pooling=False");
        await other.OpenAsync(Cancel);
        await RunAsync("PRAGMA busy_timeout=5000");
        await RunAsync("BEGIN IMMEDIATE");
        var (sent, before) = (bench.Smtp.Mails.Count, bench.Smtp.Mails.Count + bench.Relay.Connections);
        await Task.Delay(time, Cancel);
        // What is not on disk as begun is not begun.
        Assert.InRange(bench.Smtp.Mails.Count, sent, before);
        await RunAsync("ROLLBACK");

        async Task RunAsync(string sql)
        {
            await using var command = other.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }
}
