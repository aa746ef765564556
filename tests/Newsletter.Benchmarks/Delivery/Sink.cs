using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>Debian's <c>smtp-sink</c>: takes all mail and keeps none.</summary>
internal sealed class Sink : IDisposable
{
    private readonly Process process;

    private Sink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static async Task<Sink> StartAsync()
    {
        var port = FreePort();
        List<string> arguments = [string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "500"];
        // As root it wants to be told whom to become.
        if (Environment.UserName == "root")
            arguments.InsertRange(0, ["-u", "nobody"]);
        var sink = new Sink(Process.Start("/usr/sbin/smtp-sink", arguments), port);
        for (var tries = 0; !await ListensAsync(port); tries++)
        {
            if (tries == 100)
                throw new InvalidOperationException("smtp-sink does not listen after five seconds.");
            await Task.Delay(50);
        }
        return sink;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> ListensAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
