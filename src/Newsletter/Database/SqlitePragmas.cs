using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Newsletter.Database;

/// <summary>
/// Sets each SQLite connection up. WAL so that readers never wait for the writer; synchronous=FULL because an
/// unsubscribe, a consent and an outcome are on disk before anyone is answered; secure_delete so that what was erased is
/// overwritten in the file.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;";

    // Also without the functions that EF makes anew at each opening, for decimals and patterns: no query of ours has any.
    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData,
        InterceptionResult<DbConnection> result
    ) => InterceptionResult<DbConnection>.SuppressWithResult(new PooledSqliteConnection(eventData.ConnectionString));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Run(connection);
        return Task.CompletedTask;
    }

    // The pool hands the same connection out again and again, and what is set on it stays.
    private readonly ConditionalWeakTable<sqlite3, object> ready = [];

    private void Run(DbConnection connection)
    {
        // EF asks so whether a database is there. An empty file, such as a kill leaves, would refuse to become WAL.
        if (connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
            return;
        var handle = ((SqliteConnection)connection).Handle;
        if (handle is not null && ready.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        if (handle is not null)
            ready.AddOrUpdate(handle, Pragmas);
    }
}
