using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Tests.Testing;
using Npgsql;

namespace Newsletter.Tests.Delivery;

/// <summary>A database that restarts in the middle of a run.</summary>
public sealed class DatabaseAwayTests
{
    private const int Readers = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_that_the_database_ends_lose_no_outcome_and_double_no_message()
    {
        await using var bench = await BenchAsync();
        var issue = await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        for (var i = 0; i < 4; i++)
        {
            await Task.Delay(300, Cancel);
            for (var wait = 0; wait < 100 && bench.Smtp.Mails.Count < i; wait++)
                await Task.Delay(100, Cancel);
            Assert.InRange(bench.Smtp.Mails.Count, i, Readers - 1);
            await EndSessionsAsync(bench, TimeSpan.Zero);
        }

        await UntilSentAsync(bench, issue, running);
        await stop.CancelAsync();
        await running;
        AssertOnceEach(bench);
    }

    [Fact]
    public async Task A_database_that_is_away_for_two_seconds_ends_no_run()
    {
        await using var bench = await BenchAsync();
        var issue = await bench.IssueAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        await Task.Delay(500, Cancel);
        await EndSessionsAsync(bench, TimeSpan.FromSeconds(2));
        await UntilSentAsync(bench, issue, running);
        await stop.CancelAsync();
        await running;
        AssertOnceEach(bench);
    }

    private static async Task<DeliveryBench> BenchAsync()
    {
        var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        bench.Time = TimeProvider.System;
        bench.Relay.Connections = 4;
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(40));
        await bench.ReadersAsync(Readers);
        return bench;
    }

    // What a restart of the server does to each session, and for how long nobody comes back in.
    private static async Task EndSessionsAsync(DeliveryBench bench, TimeSpan away)
    {
        var ours = new NpgsqlConnectionStringBuilder(bench.Database.Databases.ConnectionString);
        var name = ours.Database;
        (ours.Database, ours.Pooling) = ("postgres", false);
        await using var connection = new NpgsqlConnection(ours.ConnectionString);
        await connection.OpenAsync(Cancel);
        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await Task.Delay(away, Cancel);
        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }

    private static async Task UntilSentAsync(DeliveryBench bench, int issueId, Task running)
    {
        for (var i = 0; i < 200; i++)
        {
            Assert.False(running.IsFaulted, running.Exception?.ToString());
            await using var db = bench.Database.Open();
            try
            {
                if (await db.Issues.AnyAsync(x => x.Id == issueId && x.State == IssueState.Sent, Cancel))
                    return;
            }
            catch (InvalidOperationException)
            {
                // A session of this test's own was ended too.
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("After twenty seconds the issue is still not sent.");
    }

    private static void AssertOnceEach(DeliveryBench bench)
    {
        Assert.DoesNotContain(bench.Smtp.Mails.GroupBy(mail => mail.Recipient), copies => copies.Count() > 1);
        Assert.Equal(Readers, bench.Smtp.Mails.Count);
    }
}
