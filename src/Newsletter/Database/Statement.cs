using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Newsletter.Database;

/// <summary>
/// A statement that is written out, where EF would take longer to make one than the database to run it. The same
/// text serves both databases; what they disagree on is asked for by name.
/// </summary>
internal static class Statement
{
    // SQLite reads a statement's text again each time, which is as dear as running it, unless the command is the same.
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> s_kept = [];

    extension(NewsletterDb db)
    {
        /// <summary>Within the transaction that is under way.</summary>
        public DbCommand Written(string text)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = text;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            return command;
        }

        /// <summary>
        /// The same for what is run again and again over one connection, which keeps it: not to be disposed, and
        /// done with before the same text is asked for again.
        /// </summary>
        public DbCommand Kept(string text)
        {
            var connection = db.Database.GetDbConnection();
            var commands = s_kept.GetOrCreateValue(connection);
            if (!commands.TryGetValue(text, out var command))
                commands[text] = command = db.Written(text);
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.Parameters.Clear();
            return command;
        }

        /// <summary>
        /// Runs a bulk insert whose states are constants of its text. SQLite would look for each row's in the list of a
        /// CHECK constraint, which takes as long as writing the row with its indexes; keys are looked at as ever.
        /// </summary>
        /// <returns>How many rows were written.</returns>
        public async Task<int> ExecuteUncheckedAsync(DbCommand command, CancellationToken cancel)
        {
            if (db.Database.IsNpgsql())
                return await command.ExecuteNonQueryAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints=ON", cancel);
            try
            {
                return await command.ExecuteNonQueryAsync(cancel);
            }
            finally
            {
                // The connection is used again by whoever writes next.
                await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints=OFF", CancellationToken.None);
            }
        }

        /// <summary>An instant as this database keeps it.</summary>
        public object Instant(DateTimeOffset instant) =>
            db.Database.IsNpgsql() ? instant.ToUniversalTime() : instant.UtcTicks;
    }

    public static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>An instant as <see cref="Instant"/> wrote it; null where there is none.</summary>
    public static DateTimeOffset? InstantAt(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null
        : row.GetFieldType(column) == typeof(long) ? new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero)
        : row.GetFieldValue<DateTimeOffset>(column);

    public static string? TextAt(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
