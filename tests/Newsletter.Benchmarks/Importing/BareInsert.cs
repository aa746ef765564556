using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Newsletter.Benchmarks.Importing;

/// <summary>
/// The limit: prepared statements that write readers whose rows are known beforehand, in transactions of 500 as the
/// import has them, with nothing read, looked up or decided.
/// </summary>
internal static class BareInsert
{
    private const int Batch = 500;

    /// <returns>Readers a second.</returns>
    public static double Rate(string data, int readers, bool isRich)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "newsletter.db")};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
        var statements = Statements(connection, isRich);
        var now = DateTimeOffset.UtcNow.UtcTicks;
        var watch = Stopwatch.StartNew();
        for (var first = 1; first <= readers; first += Batch)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var statement in statements)
                statement.Transaction = transaction;
            for (var number = first; number < first + Batch && number <= readers; number++)
                Write(statements, number, now);
            transaction.Commit();
        }

        return readers / watch.Elapsed.TotalSeconds;
    }

    private static void Write(List<SqliteCommand> statements, int number, long now)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"reader{number}@example.net");
        var name = string.Create(CultureInfo.InvariantCulture, $"Zoé Lefèvre {number}");
        var how = string.Create(CultureInfo.InvariantCulture, $"import of readers.csv, line {number + 1}");
        foreach (var statement in statements)
        {
            foreach (SqliteParameter parameter in statement.Parameters)
            {
                parameter.Value = parameter.ParameterName switch
                {
                    "$id" => (object)number,
                    "$address" => address,
                    "$name" => name,
                    "$how" => how,
                    _ => now,
                };
            }

            statement.ExecuteNonQuery();
        }
    }

    private static List<SqliteCommand> Statements(SqliteConnection connection, bool isRich)
    {
        List<string> texts =
        [
            "INSERT INTO subscribers (id, email, email_key, name, created_at) VALUES ($id, $address, $address, $name, $now)",
            "INSERT INTO subscriptions (id, publication_id, subscriber_id, state, rhythm, created_at, changed_at, joined_at) VALUES ($id, 1, $id, 'Active', 'every', $now, $now, $now)",
            "INSERT INTO consents (subscription_id, act, at, how, sentence) VALUES ($id, 'Given', $now, $how, 'asked by letter')",
        ];
        if (isRich)
        {
            texts.Add("INSERT INTO subscriber_fields (subscriber_id, name, value) VALUES ($id, 'city', 'Brest')");
            texts.Add("INSERT INTO subscriber_tags (subscriber_id, tag) VALUES ($id, 'port')");
        }

        return [.. texts.Select(text => Prepared(connection, text))];
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string text)
    {
        var command = new SqliteCommand(text, connection);
        foreach (var name in new[] { "$id", "$address", "$name", "$how", "$now" })
        {
            if (text.Contains(name, StringComparison.Ordinal))
                command.Parameters.AddWithValue(name, "");
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = new SqliteCommand(text, connection);
        command.ExecuteNonQuery();
    }
}
