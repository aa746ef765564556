using Microsoft.Data.Sqlite;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>What the ledger itself says of a delivery that is over.</summary>
/// <param name="Sent">Messages accepted.</param>
/// <param name="ToFirst">From queued, or where nobody was there to see that, from the start of the freezing, to the first message accepted.</param>
/// <param name="CommitsASecond">Those with outcomes: all of one commit bear the same instant.</param>
internal sealed record LedgerFacts(long Sent, TimeSpan ToFirst, double CommitsASecond)
{
    public static LedgerFacts Of(string dataFolder, bool isFromQueued)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "newsletter.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT count(*), min(settled_at) - (SELECT {(isFromQueued ? "queued_at" : "started_at")} FROM issues),
                max(settled_at) - min(settled_at), count(DISTINCT settled_at)
            FROM messages WHERE state = 'Sent'
            """;
        using var row = command.ExecuteReader();
        row.Read();
        var span = TimeSpan.FromTicks(Math.Max(1, row.GetInt64(2)));
        return new LedgerFacts(
            row.GetInt64(0),
            TimeSpan.FromTicks(row.GetInt64(1)),
            row.GetInt64(3) / span.TotalSeconds
        );
    }

    /// <summary>Whether the one issue has ended.</summary>
    public static bool IsOver(string dataFolder) =>
        Count(dataFolder, "SELECT count(*) FROM issues WHERE state = 'Sent'") > 0;

    /// <summary>Messages accepted so far.</summary>
    public static long SentSoFar(string dataFolder) =>
        Count(dataFolder, "SELECT count(*) FROM messages WHERE state = 'Sent'");

    private static long Count(string dataFolder, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "newsletter.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}
