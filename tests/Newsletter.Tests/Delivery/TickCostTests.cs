using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Tests.Delivery.ServiceMails;
using Newsletter.Tests.Testing;
using Npgsql;

namespace Newsletter.Tests.Delivery;

/// <summary>What is asked twice a second costs the same however much was ever sent.</summary>
public sealed class TickCostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_statement_of_a_run_scans_the_ledger()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(3);
        var cancelled = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await bench.ChangeAsync(async db => (await db.IssueAsync(cancelled, Cancel)).Cancel(bench.Time.GetUtcNow()));
        await bench.IssueAsync(number: 2);
        await bench.AskAsync(ServiceMailBench.Mail());
        bench.Smtp.Answer("reader1@example.com", "450 4.2.1 later");
        using var seen = new SeenStatements(bench.Database.Databases.ConnectionString);
        // EF asks at most once a second whether anybody listens to what it runs.
        await Task.Delay(TimeSpan.FromSeconds(1.1), Cancel);
        await bench.DeliverAsync();
        await bench.DeliverAsync();
        await using (var db = bench.Database.Open())
        {
            var written = LedgerStatements.For(db);
            foreach (var statement in (string[])[written.Claim, written.Begin, written.Accept])
                seen.Add(statement);
        }

        var plans = await seen.PlansAsync(Cancel);
        Assert.Contains(plans, plan => plan.StartsWith("SEARCH m USING", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("ix_service_mails_not_before", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("ix_reader_requests_waiting", StringComparison.Ordinal));
        // A part of a statement that was cut to a piece before may be read whole, and so may the index of leases,
        // which holds what is under way and no more, and that of service mails, which holds what is still to go.
        var scans = plans.Where(plan =>
            (plan.StartsWith("SCAN m", StringComparison.Ordinal) || plan.StartsWith("SCAN s", StringComparison.Ordinal))
            && !plan.Contains("ix_messages_lease_until", StringComparison.Ordinal)
            && !plan.Contains("ix_service_mails_not_before", StringComparison.Ordinal)
            && !plans.Any(other =>
                other.StartsWith("CO-ROUTINE m", StringComparison.Ordinal)
                    && other.EndsWith(plan["SCAN ".Length..], StringComparison.Ordinal)
                || other.StartsWith("MATERIALIZE m", StringComparison.Ordinal)
                    && other.EndsWith(plan["SCAN ".Length..], StringComparison.Ordinal)
            )
        );
        Assert.True(!scans.Any(), string.Join("\n\n", scans));
    }

    [Fact]
    public async Task No_hot_statement_scans_the_ledger_on_postgres()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        await using var db = bench.Database.Open();
        var written = LedgerStatements.For(db);
        await using var connection = new NpgsqlConnection(bench.Database.Databases.ConnectionString);
        await connection.OpenAsync(Cancel);
        // A table of three rows would be read whole all the same; what counts is whether it has to be.
        await using (var off = new NpgsqlCommand("SET enable_seqscan = off", connection))
            await off.ExecuteNonQueryAsync(Cancel);
        Assert.Contains("ix_messages_issue_id_state_not_before", await PlanAsync(connection, written.Claim));
        foreach (var statement in (string[])[written.Claim, written.Begin, written.Accept])
            Assert.DoesNotContain("Seq Scan on messages", await PlanAsync(connection, statement));
    }

    private static async Task<string> PlanAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand($"EXPLAIN {sql}", connection);
        foreach (
            var (name, value) in new (string, object)[]
            {
                ("issue", 1),
                ("now", DateTimeOffset.UtcNow),
                ("until", DateTimeOffset.UtcNow),
                ("date", DateTimeOffset.UtcNow),
                ("count", 10),
                ("holder", "a#1"),
                ("ids", new long[] { 1, 2 }),
                ("accepted", "[]"),
            }
        )
        {
            if (sql.Contains($"@{name}", StringComparison.Ordinal))
                command.Parameters.AddWithValue(name, value);
        }

        var lines = new List<string>();
        await using var row = await command.ExecuteReaderAsync(Cancel);
        while (await row.ReadAsync(Cancel))
            lines.Add(row.GetString(0));
        return string.Join('\n', lines);
    }
}
