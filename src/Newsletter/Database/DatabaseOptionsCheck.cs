using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Newsletter.Database;

internal sealed class DatabaseOptionsCheck : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        !options.IsPostgres && !options.IsSqlite
            ? ValidateOptionsResult.Fail($"Database__Provider is \"{options.Provider}\"; it can be sqlite or postgres.")
        : options.IsPostgres && string.IsNullOrWhiteSpace(options.ConnectionString)
            ? ValidateOptionsResult.Fail(
                "Database__Provider is postgres, which needs Database__ConnectionString, such as \"Host=localhost;Database=newsletter;Username=newsletter\"."
            )
        : Fault(options) is { } fault
            ? ValidateOptionsResult.Fail(
                $"Database__ConnectionString cannot be read ({fault}); it is such as \"{(options.IsPostgres ? "Host=localhost;Database=newsletter;Username=newsletter" : "Data Source=/var/lib/newsletter/newsletter.db")}\"."
            )
        : ValidateOptionsResult.Success;

    // Never the text itself: it may hold a password.
    private static string? Fault(DatabaseOptions options)
    {
        try
        {
            _ = options.IsPostgres
                ? new NpgsqlConnectionStringBuilder(options.ConnectionString)
                : (DbConnectionStringBuilder)new SqliteConnectionStringBuilder(options.ConnectionString);
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            return fault.Message.Split([". ", " (Parameter", "\n"], 2, StringSplitOptions.None)[0].TrimEnd('.');
        }
    }
}
