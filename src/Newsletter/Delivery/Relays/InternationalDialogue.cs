using System.Globalization;
using System.Text;
using MailKit.Net.Smtp;
using Newsletter.Messages;

namespace Newsletter.Delivery.Relays;

/// <summary>
/// Hands one message with an address outside ASCII over (RFC 6531). MailKit would write the domain in Unicode and the
/// original recipient as <c>rfc822</c>, which is for ASCII (RFC 6533 section 3), so this dialogue is our own. It is
/// rare, and therefore a command at a time.
/// </summary>
/// <param name="say">Sends a command and waits for the reply.</param>
/// <param name="asksForReports">Whether the relay takes the parameters of RFC 3461.</param>
/// <param name="capabilities">What else it takes.</param>
/// <param name="advanced">Called after MAIL and after RCPT is accepted.</param>
internal sealed class InternationalDialogue(
    Func<string, CancellationToken, Task<SmtpResponse>> say,
    bool asksForReports,
    SmtpCapabilities capabilities,
    Action advanced
)
{
    /// <returns>The relay's receipt.</returns>
    /// <exception cref="SmtpCommandException">Refused, or not understood.</exception>
    public async Task<string> SendAsync(OutgoingMessage message, CarriedMessage content, CancellationToken cancel)
    {
        try
        {
            await SayAsync(Mail(message), 250, SmtpErrorCode.SenderNotAccepted, cancel);
            advanced();
            await SayAsync(Rcpt(message), 250, SmtpErrorCode.RecipientNotAccepted, cancel);
            advanced();
            await SayAsync("DATA", 354, SmtpErrorCode.UnexpectedStatusCode, cancel);
            // One command of MailKit's, so it is not seen how far it came: from its first byte on only the answer tells.
            content.HandOver();
            return await SayAsync(Stuffed(message), 250, SmtpErrorCode.MessageNotAccepted, cancel);
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode != 421)
        {
            await ForgetAsync(cancel);
            throw;
        }
    }

    // A relay that hangs up now has refused all the same.
    private async Task ForgetAsync(CancellationToken cancel)
    {
        try
        {
            await say("RSET", cancel);
        }
        catch (Exception fault) when (fault is IOException or SmtpProtocolException or SmtpCommandException)
        {
            // The next message finds out.
        }
    }

    private string Mail(OutgoingMessage message)
    {
        var command = new StringBuilder($"MAIL FROM:<{message.Sender.Wire}> SMTPUTF8");
        if (capabilities.HasFlag(SmtpCapabilities.Size))
            command.Append(CultureInfo.InvariantCulture, $" SIZE={message.Size}");
        if (capabilities.HasFlag(SmtpCapabilities.EightBitMime))
            command.Append(" BODY=8BITMIME");
        if (asksForReports)
            command.Append(CultureInfo.InvariantCulture, $" ENVID={Xtext(message.EnvelopeId)} RET=HDRS");
        return command.ToString();
    }

    private string Rcpt(OutgoingMessage message) =>
        $"RCPT TO:<{message.Recipient.Wire}>"
        + (asksForReports ? $" NOTIFY=FAILURE,DELAY ORCPT=utf-8;{Utf8Xtext(message.Recipient.Wire)}" : "");

    private async Task<string> SayAsync(string command, int wanted, SmtpErrorCode fault, CancellationToken cancel)
    {
        var reply = await say(command + "\r\n", cancel);
        return (int)reply.StatusCode == wanted || (wanted == 250 && (int)reply.StatusCode is > 250 and < 260)
            ? reply.Response
            : throw new SmtpCommandException(fault, reply.StatusCode, reply.Response);
    }

    // RFC 5321 section 4.5.2.
    private static string Stuffed(OutgoingMessage message)
    {
        var text = Encoding.UTF8.GetString(message.Bytes).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        return (text.EndsWith("\r\n", StringComparison.Ordinal) ? text : text + "\r\n") + ".";
    }

    // RFC 3461 section 4.
    private static string Xtext(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(octet => IsPlain(octet) ? $"{(char)octet}" : $"+{octet:X2}"));

    // RFC 6533 section 3, utf-8-addr-xtext: what every server that knows it reads, announced or not.
    private static string Utf8Xtext(string address) =>
        string.Concat(
            address
                .EnumerateRunes()
                .Select(rune => IsPlain(rune.Value) && rune.Value != '\\' ? rune.ToString() : $@"\x{{{rune.Value:X2}}}")
        );

    private static bool IsPlain(int c) => c is >= '!' and <= '~' and not '+' and not '=';
}
