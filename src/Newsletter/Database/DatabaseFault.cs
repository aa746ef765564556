using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Newsletter.Database;

/// <summary>What a database's exception means, as half a sentence for an operator.</summary>
internal static class DatabaseFault
{
    /// <summary>
    /// True where another process was first: it wrote or erased the row that was read, or wrote a row with the same key,
    /// or the two waited for each other.
    /// </summary>
    public static bool IsClash(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || In(fault)
            // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
            is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 }
                or PostgresException
                {
                    SqlState: PostgresErrorCodes.UniqueViolation
                        or PostgresErrorCodes.ForeignKeyViolation
                        or PostgresErrorCodes.DeadlockDetected
                        or PostgresErrorCodes.SerializationFailure
                };

    /// <summary>The database's own exception in a chain of them (Npgsql wraps a refused connection); null where there is none.</summary>
    public static DbException? In(Exception? fault)
    {
        while (fault is not null and not DbException)
            fault = fault.InnerException;
        return fault as DbException;
    }

    /// <summary>What is wrong, and what to do about it.</summary>
    public static string Sentence(DbException fault) =>
        fault switch
        {
            // Result codes: https://sqlite.org/rescode.html
            SqliteException { SqliteErrorCode: 5 or 6 } =>
                "another process holds its lock; try again when that has ended",
            SqliteException { SqliteErrorCode: 8 } => "it is read-only; make it and its folder writable",
            SqliteException { SqliteErrorCode: 10 } =>
                "its disk could not be read or written; see whether the disk is full or failing",
            SqliteException { SqliteErrorCode: 11 } => "the file is damaged; restore a backup",
            SqliteException { SqliteErrorCode: 13 } => "the disk is full; free some of its space",
            SqliteException { SqliteErrorCode: 14 } =>
                "the file cannot be opened; see whether its folder exists and may be written (--data, Database__ConnectionString)",
            SqliteException { SqliteErrorCode: 26 } =>
                "the file is no SQLite database; restore a backup, or name another with --data or Database__ConnectionString",
            PostgresException
            {
                SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            } => "the user or password is refused; see Database__ConnectionString",
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                "the server's disk is full; free some of its space",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } postgres =>
                $"{postgres.MessageText}; grant it to the user of Database__ConnectionString",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                "there is no such database; create it, or see Database__ConnectionString",
            PostgresException postgres => postgres.MessageText,
            NpgsqlException { InnerException: System.Net.Sockets.SocketException socket } =>
                $"it cannot be reached ({socket.Message}); start it, or see Database__ConnectionString",
            NpgsqlException { InnerException: TimeoutException } =>
                "it does not answer; start it, or see Database__ConnectionString",
            _ => fault.Message.ReplaceLineEndings(" "),
        };
}
