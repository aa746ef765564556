using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace Newsletter.Database;

/// <summary>Opens a context on the database that the settings name.</summary>
internal sealed class Databases(IOptions<DatabaseOptions> options, DataFolder folder) : IDbContextFactory<NewsletterDb>
{
    private const int PoolSize = 64;

    // A context is made of some forty services; delivery asks for hundreds a second, and takes used ones.
    private readonly Lazy<PooledDbContextFactory<SqliteNewsletterDb>> sqlite = new(() =>
        new(Sqlite(ConnectionStringOf(options.Value, folder)), PoolSize)
    );
    private readonly Lazy<PooledDbContextFactory<PostgresNewsletterDb>> postgres = new(() =>
        new(Postgres(ConnectionStringOf(options.Value, folder)), PoolSize)
    );

    public bool IsPostgres => options.Value.IsPostgres;

    public string ConnectionString => ConnectionStringOf(options.Value, folder);

    /// <summary>How a person would name it: the file, or the server and database without user and password.</summary>
    public string Name
    {
        get
        {
            if (!IsPostgres)
                return new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            var parts = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString);
            return $"{parts.Database} on {parts.Host}:{parts.Port}";
        }
    }

    public NewsletterDb CreateDbContext() =>
        IsPostgres ? postgres.Value.CreateDbContext() : sqlite.Value.CreateDbContext();

    private static string ConnectionStringOf(DatabaseOptions options, DataFolder folder) =>
        !string.IsNullOrWhiteSpace(options.ConnectionString)
            ? options.ConnectionString
            : new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile }.ToString();

    private static DbContextOptions<SqliteNewsletterDb> Sqlite(string connectionString) =>
        new DbContextOptionsBuilder<SqliteNewsletterDb>()
            .UseSqlite(connectionString, sqlite => sqlite.CommandTimeout(30))
            .AddInterceptors(new SqlitePragmas())
            .Options;

    private static DbContextOptions<PostgresNewsletterDb> Postgres(string connectionString) =>
        new DbContextOptionsBuilder<PostgresNewsletterDb>().UseNpgsql(connectionString).Options;
}
