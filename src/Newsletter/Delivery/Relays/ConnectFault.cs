using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Newsletter.Delivery.Relays;

/// <summary>What it means that a relay could not be reached, greeted or logged in to.</summary>
internal static class ConnectFault
{
    public static RelayFault Of(Exception fault, string relay, string section) =>
        fault switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => Unreachable(
                $"The relay {relay} cannot be found: its name does not resolve; see {section}__Host."
            ),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Unreachable(
                $"The relay {relay} refuses connections; see {section}__Host and {section}__Port, or start it."
            ),
            SocketException socket => Unreachable(
                $"The relay {relay} cannot be reached ({socket.Message}); see {section}__Host, and whether a firewall is between."
            ),
            PasswordInClearException => Unwilling(
                $"The relay {relay} offers no TLS, so the password would be sent in clear; set {section}__Security to tls or starttls, or use no login."
            ),
            SslHandshakeException => Unwilling(
                $"TLS with the relay {relay} failed ({FirstLine(Innermost(fault).Message)}); see {section}__Security, and whether its certificate names {section}__Host."
            ),
            AuthenticationException { InnerException: SmtpCommandException { StatusCode: var code } inner }
                when (int)code is >= 400 and < 500 => Passing(
                $"The relay {relay} cannot check the login now ({FirstLine(inner.Message)})."
            ),
            AuthenticationException => Unwilling(
                $"The relay {relay} refuses the login ({FirstLine(fault.Message)}); see {section}__User and {section}__Password."
            ),
            NotSupportedException => Unwilling(
                $"The relay {relay} lacks what the settings ask for ({FirstLine(fault.Message)}); see {section}__Security and {section}__User."
            ),
            // RFC 5321 section 3.1: 554 in place of a greeting means that no mail is taken here.
            SmtpCommandException { StatusCode: var code } command => new RelayFault(
                $"The relay {relay} does not take mail ({Reply.Words((int)code, command.Message)}).",
                (int)code >= 500 ? RelayFaultKind.Unreachable : RelayFaultKind.Passing
            ),
            SmtpProtocolException => Passing(
                $"The relay {relay} broke the connection off or does not speak SMTP ({FirstLine(fault.Message)}); see {section}__Host, {section}__Port and {section}__Security."
            ),
            OperationCanceledException => Unreachable(
                $"The relay {relay} does not answer; see {section}__Host and {section}__Port, and whether a firewall is between."
            ),
            _ => Passing($"The relay {relay} cannot be reached ({FirstLine(fault.Message)})."),
        };

    private static RelayFault Unreachable(string sentence) => new(sentence, RelayFaultKind.Unreachable);

    private static RelayFault Unwilling(string sentence) => new(sentence, RelayFaultKind.Unwilling);

    private static RelayFault Passing(string sentence) => new(sentence, RelayFaultKind.Passing);

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;

    private static string FirstLine(string text) => Reply.Short(text.Split('\n')[0]).TrimEnd('.');
}
