using Microsoft.Data.Sqlite;

namespace Newsletter.Database;

/// <summary>
/// Opened and closed one at a time in this process. The pool of Microsoft.Data.Sqlite can lend one connection to two
/// owners that open or close at the same moment (https://github.com/dotnet/efcore/issues/39008), and then one of them
/// commits what the other has half written.
/// </summary>
internal sealed class PooledSqliteConnection(string? connectionString) : SqliteConnection(connectionString)
{
    private static readonly Lock s_pool = new();

    public override void Open()
    {
        lock (s_pool)
            base.Open();
    }

    public override void Close()
    {
        lock (s_pool)
            base.Close();
    }
}
