using Microsoft.Data.Sqlite;

namespace Newsletter.Tests.Testing;

/// <summary>
/// Closes what the pools hold open of the databases in one folder. Never all pools: connections that other tests are
/// opening at that moment would be taken for leaked ones.
/// </summary>
internal static class SqlitePools
{
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.GetFiles(folder, "*.db", SearchOption.AllDirectories))
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file }.ToString()
            );
            SqliteConnection.ClearPool(connection);
        }
    }
}
