using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Newsletter.Delivery;

/// <summary>What it means that a relay could not be reached, greeted or logged in to.</summary>
internal static class ConnectFault
{
    public static RelayFault Of(Exception fault, string relay) =>
        fault switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => Lasting(
                $"The relay {relay} cannot be found: its name does not resolve; see Relay__Host."
            ),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Lasting(
                $"The relay {relay} refuses connections; see Relay__Host and Relay__Port, or start it."
            ),
            SocketException socket => Passing(
                $"The relay {relay} cannot be reached ({socket.Message}); see Relay__Host."
            ),
            PasswordInClearException => Lasting(
                $"The relay {relay} offers no TLS, so the password would be sent in clear; set Relay__Security to tls or starttls, or use no login."
            ),
            SslHandshakeException => Lasting(
                $"TLS with the relay {relay} failed ({FirstLine(Innermost(fault).Message)}); see Relay__Security, and whether its certificate names Relay__Host."
            ),
            AuthenticationException { InnerException: SmtpCommandException { StatusCode: var code } inner }
                when (int)code is >= 400 and < 500 => Passing(
                $"The relay {relay} cannot check the login now ({FirstLine(inner.Message)})."
            ),
            AuthenticationException => Lasting(
                $"The relay {relay} refuses the login ({FirstLine(fault.Message)}); see Relay__User and Relay__Password."
            ),
            NotSupportedException => Lasting(
                $"The relay {relay} lacks what the settings ask for ({FirstLine(fault.Message)}); see Relay__Security and Relay__User."
            ),
            // RFC 5321 section 3.1: 554 in place of a greeting means that no mail is taken here.
            SmtpCommandException { StatusCode: var code } command => new RelayFault(
                $"The relay {relay} does not take mail ({Reply.Words((int)code, command.Message)}).",
                IsLasting: (int)code >= 500
            ),
            SmtpProtocolException => Passing(
                $"The relay {relay} broke the connection off or does not speak SMTP ({FirstLine(fault.Message)}); see Relay__Host, Relay__Port and Relay__Security."
            ),
            OperationCanceledException => Passing(
                $"The relay {relay} does not answer; see Relay__Host and Relay__Port."
            ),
            _ => Passing($"The relay {relay} cannot be reached ({FirstLine(fault.Message)})."),
        };

    private static RelayFault Lasting(string sentence) => new(sentence, IsLasting: true);

    private static RelayFault Passing(string sentence) => new(sentence, IsLasting: false);

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;

    private static string FirstLine(string text) => Reply.Short(text.Split('\n')[0]).TrimEnd('.');
}
