using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Newsletter.Tests.Testing;

/// <summary>Debian's <c>smtp-sink</c>, of the postfix package: takes mail and writes each message to a file.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process process;

    private SmtpSink(Process process, string folder, int port) =>
        (this.process, Folder, Port) = (process, folder, port);

    public int Port { get; }

    public string Folder { get; }

    public IEnumerable<string> Messages => Directory.EnumerateFiles(Folder);

    /// <param name="port">0: a free one.</param>
    /// <param name="options">Such as its faults.</param>
    public static async Task<SmtpSink> StartAsync(int port = 0, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("newsletter-sink-").FullName;
        if (port == 0)
            port = FreePort();
        List<string> arguments =
        [
            .. options,
            "-d",
            "m.",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
            "200",
        ];
        if (Environment.UserName == "root")
        {
            // It drops its rights, and the user it becomes must be able to write.
            await Shell.RunAsync("chown", "nobody", folder);
            arguments.InsertRange(0, ["-u", "nobody"]);
        }

        var start = new ProcessStartInfo("/usr/sbin/smtp-sink", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        var started =
            Process.Start(start)
            ?? throw new InvalidOperationException(
                "smtp-sink is missing: install Debian's postfix, or run tests/run, which does."
            );
        var sink = new SmtpSink(started, folder, port);
        await sink.UntilItListensAsync();
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task UntilItListensAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("smtp-sink does not listen after five seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
