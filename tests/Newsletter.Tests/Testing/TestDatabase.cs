using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Newsletter.Database;
using Npgsql;

namespace Newsletter.Tests.Testing;

/// <summary>A migrated, empty database of one provider, with a clock that stands still, in a folder of its own.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(Databases databases, DataFolder folder, WriteLane lane) =>
        (Databases, Folder, Lane) = (databases, folder, lane);

    public Databases Databases { get; }

    public DataFolder Folder { get; }

    public WriteLane Lane { get; }

    /// <summary>Thursday 5 March 2026, 07:00 UTC, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 5, 7, 0, 0, TimeSpan.Zero));

    public static async Task<TestDatabase> CreateAsync(Provider provider)
    {
        var database = await EmptyAsync(provider);
        await new Migrator(database.Databases, database.Folder).MigrateAsync(TestContext.Current.CancellationToken);
        return database;
    }

    public static async Task<TestDatabase> EmptyAsync(Provider provider)
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("newsletter-test-").FullName);
        var options =
            provider is Provider.Postgres
                ? new DatabaseOptions
                {
                    Provider = "postgres",
                    ConnectionString = await PostgresCluster.NewDatabaseAsync(),
                }
                : new DatabaseOptions();
        var databases = new Databases(Options.Create(options), folder);
        return new TestDatabase(databases, folder, new WriteLane(databases));
    }

    public NewsletterDb Open() => Databases.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        Lane.Dispose();
        if (Databases.IsPostgres)
        {
            await using var connection = new NpgsqlConnection(Databases.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new SqliteConnection(Databases.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder.Path, recursive: true);
    }
}
