using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using DnsClient;

namespace Newsletter.Tests.Testing;

/// <summary>A name server on the loopback that says what a test gives it.</summary>
internal sealed class DnsServer : IDisposable
{
    private const int Mx = 15;
    private const int Address = 1;
    private const int NotThere = 3;
    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private int asked;

    public DnsServer() => _ = AnswerAsync();

    /// <summary>The mail server of a domain; "." for none. Other domains are not there.</summary>
    public Dictionary<string, string> Exchanges { get; } = [];

    /// <summary>Domains with an address and no mail server.</summary>
    public HashSet<string> Hosts { get; } = [];

    public bool SaysZone { get; set; } = true;

    public bool IsSilent { get; set; }

    public int Asked => asked;

    public LookupClient Client =>
        new(
            new LookupClientOptions((IPEndPoint)socket.Client.LocalEndPoint!)
            {
                Timeout = TimeSpan.FromSeconds(5),
                Retries = 0,
                ThrowDnsErrors = false,
                UseCache = false,
            }
        );

    public void Dispose() => socket.Dispose();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var question = await socket.ReceiveAsync();
                Interlocked.Increment(ref asked);
                if (!IsSilent)
                    await socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint);
            }
        }
        catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private byte[] Answer(byte[] question)
    {
        var (name, end) = NameOf(question);
        var type = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(end));
        byte[] data = [];
        if (type is Mx && Exchanges.TryGetValue(name, out var exchange))
            data = [0, 0, .. Encoded(exchange)];
        else if (type is Address && Hosts.Contains(name))
            data = [127, 0, 0, 1];
        var isThere = Exchanges.ContainsKey(name) || Hosts.Contains(name);
        var hasZone = data.Length == 0 && SaysZone;
        byte[] head =
        [
            question[0],
            question[1],
            0x81,
            (byte)(0x80 | (isThere ? 0 : NotThere)),
            0,
            1,
            0,
            (byte)(data.Length > 0 ? 1 : 0),
            0,
            (byte)(hasZone ? 1 : 0),
            0,
            0,
        ];
        return
        [
            .. head,
            .. question[12..(end + 4)],
            .. data.Length > 0 ? Record((byte)type, data) : [],
            .. hasZone ? Zone() : [],
        ];
    }

    private static byte[] Record(byte type, byte[] data) =>
        [0xC0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, (byte)data.Length, .. data];

    private static byte[] Zone()
    {
        byte[] data = [.. Encoded("ns.example"), .. Encoded("root.example"), .. new byte[20]];
        return [0, 0, 6, 0, 1, 0, 0, 0, 60, 0, (byte)data.Length, .. data];
    }

    private static byte[] Encoded(string name) =>
        [
            .. name.Split('.', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(label => (byte[])[(byte)label.Length, .. System.Text.Encoding.ASCII.GetBytes(label)]),
            0,
        ];

    private static (string Name, int End) NameOf(byte[] question)
    {
        var labels = new List<string>();
        var at = 12;
        for (; question[at] != 0; at += question[at] + 1)
            labels.Add(System.Text.Encoding.ASCII.GetString(question, at + 1, question[at]));
        return (string.Join('.', labels), at + 1);
    }
}
