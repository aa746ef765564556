using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Newsletter.Tests.Testing;

/// <summary>A small SMTP server on the loopback that speaks the real protocol and fails where it is told to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> recipients = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly ConcurrentDictionary<SmtpStage, ConcurrentQueue<string>> replies = [];
    private readonly ConcurrentDictionary<SmtpStage, int> drops = [];
    private readonly ConcurrentDictionary<SmtpStage, int> silences = [];
    private readonly ConcurrentDictionary<SmtpStage, TimeSpan> delays = [];
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly TcpListener listener;
    private Task accepting = Task.CompletedTask;
    private int opened;
    private bool isClosed;

    private SmtpServer(int port) => listener = new TcpListener(IPAddress.Loopback, port);

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    /// <summary>Every line a client said outside of contents.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    public int ConnectionsOpened => Volatile.Read(ref opened);

    public List<string> Extensions { get; } = ["PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 50000000"];

    /// <summary>Where set, a login is offered, needed, and checked.</summary>
    public (string User, string Password)? Login { get; set; }

    /// <summary>Where set, the server speaks TLS: from the first byte, or where a client asks for it.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>TLS is offered and not begun with.</summary>
    public bool OffersStartTls { get; set; }

    /// <summary>Knows no EHLO, as in 1982.</summary>
    public bool IsEsmtp { get; set; } = true;

    /// <summary>Answers DATA with 354 where no recipient was accepted, and refuses the content.</summary>
    public bool SaysGoOnToNobody { get; set; }

    /// <summary>Whose mail is not taken, whoever it is for.</summary>
    public string? RefusedSender { get; set; }

    /// <summary>Each reply goes out byte by byte.</summary>
    public bool IsSlowOfTongue { get; set; }

    public static SmtpServer Start(int port = 0)
    {
        var server = new SmtpServer(port);
        server.listener.Start();
        server.accepting = server.AcceptAsync();
        return server;
    }

    /// <summary>The answers to RCPT for one recipient, one after another; then it is accepted.</summary>
    public void Answer(string to, params string[] lines) =>
        Array.ForEach(lines, recipients.GetOrAdd(to, _ => []).Enqueue);

    /// <summary>The next answers at a stage, whoever asks; then the usual one.</summary>
    public void AnswerAt(SmtpStage stage, params string[] lines) =>
        Array.ForEach(lines, replies.GetOrAdd(stage, _ => []).Enqueue);

    /// <summary>Closes the connection at a stage so many times.</summary>
    public void DropAt(SmtpStage stage, int times = 1) => drops[stage] = times;

    /// <summary>Says nothing more to a client that comes to a stage, so many times.</summary>
    public void SilentAt(SmtpStage stage, int times = 1) => silences[stage] = times;

    public void DelayAt(SmtpStage stage, TimeSpan delay) => delays[stage] = delay;

    /// <summary>From here on nothing goes wrong at a stage.</summary>
    public void Heal(SmtpStage stage)
    {
        drops[stage] = silences[stage] = 0;
        replies.TryRemove(stage, out _);
    }

    public async ValueTask DisposeAsync()
    {
        if (isClosed)
            return;
        isClosed = true;
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        closing.Dispose();
    }

    internal string Ehlo(bool isSecure)
    {
        List<string> lines = ["test", .. Extensions];
        if (OffersStartTls && !isSecure)
            lines.Add("STARTTLS");
        if (Login is not null)
            lines.Add("AUTH PLAIN LOGIN");
        return string.Join("\r\n", lines.Select((line, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    internal string? ReplyTo(string recipient) =>
        recipients.TryGetValue(recipient, out var queue) && queue.TryDequeue(out var line) ? line : null;

    internal string? ReplyAt(SmtpStage stage) =>
        replies.TryGetValue(stage, out var queue) && queue.TryDequeue(out var line) ? line : null;

    internal bool Drops(SmtpStage stage) => IsOneOf(drops, stage);

    internal bool IsSilent(SmtpStage stage) => IsOneOf(silences, stage);

    internal Task DelayAsync(SmtpStage stage) =>
        delays.TryGetValue(stage, out var delay) ? Task.Delay(delay, closing.Token) : Task.CompletedTask;

    private static bool IsOneOf(ConcurrentDictionary<SmtpStage, int> faults, SmtpStage stage)
    {
        lock (faults)
        {
            if (!faults.TryGetValue(stage, out var left) || left == 0)
                return false;
            faults[stage] = left - 1;
            return true;
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!closing.IsCancellationRequested)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                client.NoDelay = true;
                Interlocked.Increment(ref opened);
                sessions.Add(new SmtpSession(this, client).RunAsync(closing.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
