using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Newsletter.Tests.Testing;

/// <summary>The statements that the program runs on one SQLite database, and how SQLite goes about each.</summary>
internal sealed partial class SeenStatements
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly ConcurrentDictionary<string, (string Name, object? Value)[]> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly string connectionString;

    public SeenStatements(string connectionString)
    {
        this.connectionString = connectionString;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public async Task<IReadOnlyList<string>> PlansAsync(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        var plans = new List<string>();
        foreach (var (sql, parameters) in seen)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                plans.Add($"{reader.GetString(3)} | {sql}");
        }

        return plans;
    }

    /// <summary>One that EF does not make, and so does not tell of; its values do not change the plan.</summary>
    public void Add(string sql) =>
        seen[sql] = [.. Parameter().Matches(sql).Select(m => m.Value).Distinct().Select(name => (name, (object?)null))];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value is { Value: CommandEventData { Command: SqliteCommand command } }
            && value.Key == RelationalEventId.CommandExecuting.Name
            && command.Connection?.ConnectionString == connectionString
            && (
                command.CommandText.Contains("messages", StringComparison.Ordinal)
                || command.CommandText.Contains("service_mails", StringComparison.Ordinal)
                || command.CommandText.Contains("reader_requests", StringComparison.Ordinal)
            )
        )
        {
            seen[command.CommandText] =
            [
                .. command.Parameters.Cast<SqliteParameter>().Select(p => (p.ParameterName, p.Value)),
            ];
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    [GeneratedRegex("@[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
