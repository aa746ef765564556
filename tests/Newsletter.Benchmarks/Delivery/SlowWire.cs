using System.Net;
using System.Net.Sockets;

namespace Newsletter.Benchmarks.Delivery;

/// <summary>
/// Passes bytes on between a sender and a sink, each reply some time later: a relay that is not on this machine.
/// smtp-sink's own delay is in whole seconds. What is measured against is sent through it alike.
/// </summary>
internal sealed class SlowWire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TimeSpan delay;

    private SlowWire(TimeSpan delay) => this.delay = delay;

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static SlowWire Before(Sink sink, TimeSpan delay)
    {
        var wire = new SlowWire(delay);
        wire.listener.Start(500);
        _ = wire.AcceptAsync(sink.Port);
        return wire;
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync(int sink)
    {
        try
        {
            while (true)
                _ = PassAsync(await listener.AcceptSocketAsync(), sink);
        }
        catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
        {
            // The measuring is over.
        }
    }

    private async Task PassAsync(Socket sender, int port)
    {
        using (sender)
        using (var sink = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            (sender.NoDelay, sink.NoDelay) = (true, true);
            try
            {
                await sink.ConnectAsync(IPAddress.Loopback, port);
                await Task.WhenAny(CopyAsync(sender, sink, TimeSpan.Zero), CopyAsync(sink, sender, delay));
            }
            catch (SocketException)
            {
                // One of the two hung up.
            }
        }
    }

    private static async Task CopyAsync(Socket from, Socket to, TimeSpan after)
    {
        var buffer = new byte[64 * 1024];
        for (int count; (count = await from.ReceiveAsync(buffer)) > 0; )
        {
            if (after > TimeSpan.Zero)
                await Task.Delay(after);
            await to.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
