using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Newsletter.Tests.Testing;

/// <summary>One client's dialogue with the test server.</summary>
internal sealed class SmtpSession(SmtpServer server, TcpClient client)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private Stream stream = Stream.Null;
    private int start;
    private int end;
    private string sender = "";
    private string recipient = "";
    private bool isLoggedIn;
    private bool hasSender;
    private bool isForSomebody;

    public async Task RunAsync(CancellationToken cancel)
    {
        using (client)
        {
            try
            {
                stream = await OpenAsync(cancel);
                if (await SayAsync(SmtpStage.Greeting, "220 test ESMTP", cancel))
                    await ConverseAsync(cancel);
            }
            catch (Exception fault)
                when (fault is IOException or OperationCanceledException or SocketException or AuthenticationException)
            {
                // The client is gone, or the server is.
            }
        }
    }

    private async Task<Stream> OpenAsync(CancellationToken cancel) =>
        server.Certificate is null || server.OffersStartTls ? client.GetStream() : await SecureAsync(cancel);

    private async Task<Stream> SecureAsync(CancellationToken cancel)
    {
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = server.Certificate },
            cancel
        );
        return tls;
    }

    private async Task ConverseAsync(CancellationToken cancel)
    {
        while (await LineAsync(cancel) is { } line)
        {
            server.Commands.Enqueue(line);
            var goesOn = line.ToUpperInvariant() switch
            {
                ['E', 'H', 'L', 'O', ..] when server.IsEsmtp => await SayAsync(
                    SmtpStage.Ehlo,
                    server.Ehlo(stream is SslStream),
                    cancel
                ),
                ['H', 'E', 'L', 'O', ..] => await WriteAsync("250 test", cancel),
                "STARTTLS" when server.OffersStartTls => await StartTlsAsync(cancel),
                ['A', 'U', 'T', 'H', ' ', ..] => await AuthAsync(line, cancel),
                ['M', 'A', 'I', 'L', ..] => await MailAsync(line, cancel),
                ['R', 'C', 'P', 'T', ..] => await RcptAsync(line, cancel),
                "DATA" => await DataAsync(cancel),
                ['B', 'D', 'A', 'T', ' ', ..] => await BdatAsync(line, cancel),
                "RSET" or "NOOP" => await WriteAsync("250 2.0.0 Ok", cancel),
                "QUIT" => !await WriteAsync("221 2.0.0 Bye", cancel),
                _ => await WriteAsync("500 5.5.2 What?", cancel),
            };
            if (!goesOn)
                return;
        }
    }

    private async Task<bool> StartTlsAsync(CancellationToken cancel)
    {
        if (!await SayAsync(SmtpStage.StartTls, "220 2.0.0 Ready to start TLS", cancel))
            return false;
        stream = await SecureAsync(cancel);
        return true;
    }

    private async Task<bool> AuthAsync(string line, CancellationToken cancel)
    {
        var words = line.Split(' ');
        string user,
            password;
        if (words[1] == "PLAIN")
        {
            var answer = words.Length > 2 ? words[2] : await AskAsync("", cancel);
            var parts = SmtpWords.Decoded(answer).Split('\0');
            (user, password) = (parts[1], parts[2]);
        }
        else
        {
            user = SmtpWords.Decoded(words.Length > 2 ? words[2] : await AskAsync("VXNlcm5hbWU6", cancel));
            password = SmtpWords.Decoded(await AskAsync("UGFzc3dvcmQ6", cancel));
        }

        isLoggedIn = server.Login == (user, password);
        return await SayAsync(
            SmtpStage.Auth,
            isLoggedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Authentication credentials invalid",
            cancel
        );
    }

    private Task<bool> MailAsync(string line, CancellationToken cancel)
    {
        sender = SmtpWords.Path(line);
        var reply =
            server.Login is not null && !isLoggedIn ? "530 5.7.0 Authentication required"
            : sender == server.RefusedSender ? $"550 5.7.1 <{sender}>: Sender address rejected"
            : server.ReplyAt(SmtpStage.Mail) ?? "250 2.1.0 Ok";
        (hasSender, isForSomebody) = (reply[0] == '2', false);
        return TellAsync(SmtpStage.Mail, reply, cancel);
    }

    private Task<bool> RcptAsync(string line, CancellationToken cancel)
    {
        // RFC 2920 section 3.1: a client may have said it before it knew that its sender is refused.
        if (!hasSender)
            return WriteAsync("503 5.5.1 MAIL first", cancel);
        recipient = SmtpWords.Path(line);
        var reply = server.ReplyTo(recipient) ?? server.ReplyAt(SmtpStage.Rcpt) ?? "250 2.1.5 Ok";
        isForSomebody = reply[0] == '2';
        return TellAsync(SmtpStage.Rcpt, reply, cancel);
    }

    private async Task<bool> DataAsync(CancellationToken cancel)
    {
        // RFC 2920 section 3.2: a client may have said it before it knew that its recipient is refused.
        if (!isForSomebody && !server.SaysGoOnToNobody)
            return await WriteAsync("554 5.5.1 No valid recipients", cancel);
        var refusal = server.ReplyAt(SmtpStage.Data);
        if (!await TellAsync(SmtpStage.Data, refusal ?? "354 Go on", cancel))
            return false;
        if (refusal is not null)
            return true;
        using var content = new MemoryStream();
        while (await LineAsync(cancel) is var line and not ".")
        {
            if (line is null)
                return false;
            if (server.Drops(SmtpStage.Content))
                return false;
            // RFC 5321 section 4.5.2: a dot that was added at the start of a line is taken away.
            content.Write(Encoding.Latin1.GetBytes(line.StartsWith('.') ? line[1..] : line));
            content.Write("\r\n"u8);
        }

        return await TakenAsync(content.ToArray(), cancel);
    }

    // RFC 3030 section 2: so many bytes, whatever they are; ours come as one chunk.
    private async Task<bool> BdatAsync(string line, CancellationToken cancel)
    {
        if (line.Split(' ') is not [_, var size, "LAST"])
            return await WriteAsync("501 5.5.4 One chunk, please", cancel);
        var content = new byte[int.Parse(size, CultureInfo.InvariantCulture)];
        for (var taken = 0; taken < content.Length; )
        {
            if (start == end)
                (start, end) = (0, await stream.ReadAsync(buffer, cancel));
            if (end == 0)
                return false;
            var more = Math.Min(end - start, content.Length - taken);
            buffer.AsSpan(start, more).CopyTo(content.AsSpan(taken));
            (start, taken) = (start + more, taken + more);
        }

        return await TakenAsync(content, cancel);
    }

    private async Task<bool> TakenAsync(byte[] content, CancellationToken cancel)
    {
        if (!isForSomebody)
            return await WriteAsync("554 5.5.1 No valid recipients", cancel);
        isForSomebody = false;
        await server.DelayAsync(SmtpStage.FinalDot);
        var reply = server.ReplyAt(SmtpStage.FinalDot) ?? "250 2.0.0 Ok: queued as TEST";
        if (reply[0] == '2')
            server.Mails.Enqueue(new ReceivedMail(sender, recipient, content));
        if (server.IsSilent(SmtpStage.FinalDot))
            await Task.Delay(Timeout.Infinite, cancel);
        return !server.Drops(SmtpStage.FinalDot) && await WriteAsync(reply, cancel);
    }

    private Task<bool> SayAsync(SmtpStage stage, string usual, CancellationToken cancel) =>
        TellAsync(stage, server.ReplyAt(stage) ?? usual, cancel);

    private async Task<bool> TellAsync(SmtpStage stage, string reply, CancellationToken cancel)
    {
        await server.DelayAsync(stage);
        if (server.IsSilent(stage))
            await Task.Delay(Timeout.Infinite, cancel);
        return !server.Drops(stage) && await WriteAsync(reply, cancel);
    }

    private async Task<bool> WriteAsync(string line, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\r\n");
        for (var said = 0; said < bytes.Length; )
        {
            var piece = server.IsSlowOfTongue ? 1 : bytes.Length;
            await stream.WriteAsync(bytes.AsMemory(said, piece), cancel);
            said += piece;
        }

        // RFC 5321 section 3.8: after 421 the server closes the channel. This one waits for the client to do it, so
        // that a client which goes on is found out.
        return true;
    }

    private async Task<string> AskAsync(string challenge, CancellationToken cancel)
    {
        await WriteAsync($"334 {challenge}", cancel);
        return await LineAsync(cancel) ?? "";
    }

    private async Task<string?> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (true)
        {
            var at = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            if (at >= 0)
            {
                line.Append(Encoding.Latin1.GetString(buffer, start, at - start));
                start = at + 1;
                // A bare LF is no end of line in SMTP; our client must never send one.
                return line.Length > 0 && line[^1] == '\r'
                    ? line.ToString(0, line.Length - 1)
                    : throw new IOException("A bare LF.");
            }

            line.Append(Encoding.Latin1.GetString(buffer, start, end - start));
            (start, end) = (0, await stream.ReadAsync(buffer, cancel));
            if (end == 0)
                return null;
        }
    }
}
