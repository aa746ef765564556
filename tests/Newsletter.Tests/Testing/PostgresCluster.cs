using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Newsletter.Tests.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Newsletter.Tests.Testing;

/// <summary>
/// A PostgreSQL cluster of the tests' own, in a temporary folder, on a free port of the loopback; started by the
/// first test that needs it and gone with the test run. A machine without PostgreSQL fails those tests.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static PostgresCluster? running;
    private static int databases;

    private string folder = "";
    private int port;

    /// <summary>A connection string to a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var cluster = await StartedAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"newsletter_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return cluster.ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not { } cluster)
            return;
        running = null;
        await AsOwnerAsync(Program("pg_ctl"), "-D", cluster.folder, "-m", "immediate", "-w", "stop");
        Directory.Delete(cluster.folder, recursive: true);
    }

    private static async Task<PostgresCluster> StartedAsync()
    {
        await Starting.WaitAsync();
        try
        {
            return running ??= await StartAsync();
        }
        finally
        {
            Starting.Release();
        }
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster
        {
            folder = Directory.CreateTempSubdirectory("newsletter-pg-").FullName,
            port = FreePort(),
        };
        if (Environment.UserName == "root")
            await Shell.RunAsync("chown", "postgres", cluster.folder);
        await AsOwnerAsync(
            Program("initdb"),
            "-D",
            cluster.folder,
            "-U",
            "newsletter",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync"
        );
        var options =
            $"-p {cluster.port} -k {cluster.folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300";
        await AsOwnerAsync(
            Program("pg_ctl"),
            "-D",
            cluster.folder,
            "-o",
            options,
            "-l",
            Path.Combine(cluster.folder, "log"),
            "-w",
            "start"
        );
        return cluster;
    }

    // initdb and postgres refuse to run as root.
    private static Task<string> AsOwnerAsync(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? Shell.RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : Shell.RunAsync(program, arguments);

    private static string Program(string name)
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions
                .OrderByDescending(version => version, StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin", name))
                .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"{name} is missing: install Debian's postgresql, or run tests/run, which does."
            );
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Database={database};Username=newsletter;Maximum Pool Size=40";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
