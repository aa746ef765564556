using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Newsletter.Database;

/// <summary>What a database's exception means, as half a sentence for an operator.</summary>
internal static class DatabaseFault
{
    /// <summary>True where the schema refused a second row with the same key: somebody else was first.</summary>
    public static bool IsTaken(Exception fault) =>
        fault.GetBaseException()
            // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
            is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>The database's own exception in a chain of them (Npgsql wraps a refused connection); null where there is none.</summary>
    public static DbException? In(Exception? fault)
    {
        while (fault is not null and not DbException)
            fault = fault.InnerException;
        return fault as DbException;
    }

    public static string Sentence(DbException fault) =>
        fault switch
        {
            // Result codes: https://sqlite.org/rescode.html
            SqliteException { SqliteErrorCode: 5 or 6 } => "another process holds its lock",
            SqliteException { SqliteErrorCode: 8 } => "it is read-only",
            SqliteException { SqliteErrorCode: 10 } => "the disk could not be read or written",
            SqliteException { SqliteErrorCode: 11 } => "the file is damaged",
            SqliteException { SqliteErrorCode: 13 } => "the disk is full",
            SqliteException { SqliteErrorCode: 14 } => "the file cannot be opened",
            SqliteException { SqliteErrorCode: 26 } => "the file is no SQLite database",
            PostgresException
            {
                SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            } => "the user or password is refused",
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "the disk is full",
            PostgresException postgres => postgres.MessageText,
            NpgsqlException { InnerException: System.Net.Sockets.SocketException socket } =>
                $"it cannot be reached: {socket.Message}",
            _ => fault.Message.ReplaceLineEndings(" "),
        };
}
