using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>A message as it goes out: its envelope (RFC 5321) and its bytes (RFC 5322), CRLF, seven bits wide.</summary>
/// <param name="Sender">Where the world reports that it could not be delivered.</param>
internal sealed record OutgoingMessage(EmailAddress Sender, EmailAddress Recipient, string MessageId, byte[] Bytes)
{
    /// <summary>SMTPUTF8 is asked for only where one of the two addresses cannot go without.</summary>
    public bool NeedsSmtpUtf8 => Sender.NeedsSmtpUtf8 || Recipient.NeedsSmtpUtf8;
}
