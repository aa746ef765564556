using System.Net.Sockets;
using System.Security.Authentication;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Newsletter.Messages;

namespace Newsletter.Delivery.Relays;

/// <summary>One connection to the relay, kept open from message to message.</summary>
internal sealed class RelayConnection(RelayOptions options, string relay, RelayTimeouts timeouts, TimeProvider clock)
    : ICarrierConnection
{
    private static readonly FormatOptions Wire = WireFormat();

    private RelayClient? client;
    private int carried;
    private long lastUsed;

    public bool IsReady =>
        client is { IsConnected: true }
        && carried < options.MessagesPerConnection
        && clock.GetElapsedTime(lastUsed) <= timeouts.Idle;

    /// <summary>What was agreed on when it was opened, for a person; null where it is not open.</summary>
    public string? Agreed =>
        client is { IsConnected: true }
            ? $"{(client.IsSecure ? client.SslProtocol.ToString().Replace("Tls1", "TLS 1.", StringComparison.Ordinal) : "no TLS")}, {(options.HasLogin ? "the login is accepted" : "no login")}, it announces {client.Capabilities}"
            : null;

    public async Task<RelayFault?> ReadyAsync(CancellationToken cancel)
    {
        if (IsReady)
            return null;
        await RestAsync(cancel);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeouts.Connect);
        var made = new RelayClient
        {
            // What the operating system says about TLS 1.0 and 1.1 does not count (RFC 8996).
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            // A list of revocations that cannot be reached must not stop the mail.
            CheckCertificateRevocation = false,
        };
        try
        {
            await ConnectAsync(made, limit.Token);
            (client, carried, lastUsed) = (made, 0, clock.GetTimestamp());
            return null;
        }
        catch (Exception fault)
        {
            made.Dispose();
            cancel.ThrowIfCancellationRequested();
            return ConnectFault.Of(fault, relay, options.Section);
        }
    }

    public async Task<DeliveryOutcome> CarryAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (client is null)
            throw new InvalidOperationException("The connection is not ready.");
        client.Agree(options.AsksForReports is not false);
        if (message.NeedsSmtpUtf8 && !client.TakesSmtpUtf8)
            return WithoutSmtpUtf8(message);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeouts.Command);
        using var content = CarriedMessage.Of(
            message,
            began: () => limit.CancelAfter(timeouts.Content),
            handedOver: () => limit.CancelAfter(timeouts.FinalDot)
        );
        client.Begin(message, advanced: () => limit.CancelAfter(timeouts.Command));
        try
        {
            var receipt = message.NeedsSmtpUtf8
                ? await client.SendInternationalAsync(message, content, limit.Token)
                : await client.SendAsync(
                    Wire,
                    content.Message,
                    new MailboxAddress("", message.Sender.Wire),
                    [new MailboxAddress("", message.Recipient.Wire)],
                    limit.Token
                );
            carried++;
            return new DeliveryOutcome.Accepted(Reply.Words(250, receipt));
        }
        catch (Exception fault)
        {
            return OutcomeOf(fault, message, content.IsHandedOver, timedOut: !cancel.IsCancellationRequested);
        }
        finally
        {
            lastUsed = clock.GetTimestamp();
        }
    }

    public async Task RestAsync(CancellationToken cancel)
    {
        var (leaving, polite) = (client, client?.IsConnected == true);
        client = null;
        if (leaving is null)
            return;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(2));
            await leaving.DisconnectAsync(polite, limit.Token);
        }
        catch (Exception fault)
            when (fault is IOException or OperationCanceledException or SmtpProtocolException or SmtpCommandException)
        {
            // QUIT is a courtesy: every message has its outcome already.
        }
        finally
        {
            leaving.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await RestAsync(CancellationToken.None);

    private async Task ConnectAsync(RelayClient made, CancellationToken limit)
    {
        var host = options.Host?.Trim() ?? "";
        // Without NoDelay each message waits 40 ms for a delayed acknowledgement.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, options.PortInUse, limit);
            var stream = new RelayStream(socket);
            await made.ConnectAsync(stream, host, options.PortInUse, SecurityOf(options), limit);
            stream.SaysDataAhead = !made.IsSecure && !made.Capabilities.HasFlag(SmtpCapabilities.Chunking);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (!options.HasLogin)
            return;
        if (!made.IsSecure && !options.IsThisMachine)
            throw new PasswordInClearException();
        await made.AuthenticateAsync(options.User ?? "", options.Password ?? "", limit);
    }

    // A reader's address fails alone; the publication's own stops its issue, and nobody's message is lost by it.
    private DeliveryOutcome WithoutSmtpUtf8(OutgoingMessage message) =>
        message.Recipient.NeedsSmtpUtf8
            ? new DeliveryOutcome.Refused(
                $"The relay {relay} does not take addresses outside ASCII (it announces no SMTPUTF8)."
            )
            : new DeliveryOutcome.SenderRefused(
                new RelayFault(
                    $"The relay {relay} does not take addresses outside ASCII (it announces no SMTPUTF8), and the sender or the reply address is one; use another relay, or approve the issue again after \"newsletter publication set\" with another --from or --reply-to.",
                    RelayFaultKind.Unwilling
                )
            );

    private DeliveryOutcome OutcomeOf(Exception fault, OutgoingMessage message, bool handedOver, bool timedOut)
    {
        var outcome = fault switch
        {
            SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } command => Reply.ReadToSender(
                (int)command.StatusCode,
                command.Message,
                relay,
                message.Sender.Value,
                options.Section
            ),
            SmtpCommandException command => Reply.Read(
                (int)command.StatusCode,
                command.Message,
                relay,
                section: options.Section
            ),
            // MailKit's own word for 530.
            ServiceNotAuthenticatedException => Reply.Read(530, fault.Message, relay, section: options.Section),
            _ when handedOver => new DeliveryOutcome.Unknown(Reply.Short($"{Reply.Lost}{Words(fault, timedOut)}"))
            {
                Fault = timedOut
                    ? new RelayFault(
                        $"The relay {relay} took a message and its answer was lost: {Words(fault, timedOut)}",
                        RelayFaultKind.Passing
                    )
                    : null,
            },
            _ => new DeliveryOutcome.Interrupted(
                new RelayFault(
                    $"The connection to the relay {relay} broke: {Words(fault, timedOut)}",
                    RelayFaultKind.Passing
                )
            ),
        };
        // MailKit knows no difference between 421 and other replies and would stay connected.
        if (outcome is DeliveryOutcome.Interrupted or DeliveryOutcome.Unknown)
            Drop();
        return outcome;
    }

    private void Drop()
    {
        client?.Dispose();
        client = null;
    }

    private static string Words(Exception fault, bool timedOut) =>
        // MailKit puts what it read last behind its own words.
        fault is not OperationCanceledException
            ? $"{HeaderText.OneLine(fault.Message.Split(['\n', ':'])[0]).TrimEnd('.')}."
        : timedOut ? "it took too long."
        : "the program was stopped.";

    private static SecureSocketOptions SecurityOf(RelayOptions options) =>
        options.SecurityInUse switch
        {
            RelaySecurity.None => SecureSocketOptions.None,
            RelaySecurity.StartTls => SecureSocketOptions.StartTls,
            RelaySecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ when options.PortInUse == 465 => SecureSocketOptions.SslOnConnect,
            // A mail server of the same machine often offers a certificate that names nobody.
            _ when options.IsThisMachine => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTlsWhenAvailable,
        };

    private static FormatOptions WireFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
