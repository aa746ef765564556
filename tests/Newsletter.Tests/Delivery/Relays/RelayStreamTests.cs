using System.Net;
using System.Net.Sockets;
using System.Text;
using Newsletter.Delivery.Relays;

namespace Newsletter.Tests.Delivery.Relays;

/// <summary>What MailKit writes in pieces goes out in one.</summary>
public sealed class RelayStreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_goes_out_before_an_answer_is_waited_for_and_then_all_of_it_at_once()
    {
        var (stream, server) = await PairAsync();
        using var _ = server;
        await using var __ = stream;
        var buffer = new byte[1024];

        await stream.WriteAsync("MAIL FROM:<a@example.org>\r\n"u8.ToArray(), Cancel);
        await stream.FlushAsync(Cancel);
        stream.Write("RCPT TO:<b@example.org>\r\n"u8);
        await Task.Delay(50, Cancel);
        Assert.Equal(0, server.Available);
        var answer = stream.ReadAsync(buffer, Cancel);

        var said = new byte[1024];
        var count = await server.ReceiveAsync(said, Cancel);
        Assert.Equal(
            "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\n",
            Encoding.ASCII.GetString(said, 0, count)
        );
        await server.SendAsync("250 Ok\r\n"u8.ToArray(), Cancel);
        Assert.Equal(8, await answer);
    }

    [Fact]
    public async Task More_than_it_holds_is_lost_nowhere()
    {
        var (stream, server) = await PairAsync();
        using var _ = server;
        await using var __ = stream;
        var sent = new byte[1_000_003];
        Random.Shared.NextBytes(sent);
        var received = new MemoryStream();
        var taking = Task.Run(
            async () =>
            {
                var piece = new byte[64 * 1024];
                while (received.Length < sent.Length)
                    received.Write(piece, 0, await server.ReceiveAsync(piece, Cancel));
                await server.SendAsync("!"u8.ToArray(), Cancel);
            },
            Cancel
        );

        for (var at = 0; at < sent.Length; at += 4096)
            await stream.WriteAsync(sent.AsMemory(at, Math.Min(4096, sent.Length - at)), Cancel);
        Assert.Equal(1, await stream.ReadAsync(new byte[1], Cancel));

        await taking;
        Assert.Equal(sent, received.ToArray());
    }

    private static async Task<(RelayStream Stream, Socket Server)> PairAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var accepting = listener.AcceptSocketAsync(Cancel);
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Cancel);
        return (new RelayStream(client), await accepting);
    }
}
