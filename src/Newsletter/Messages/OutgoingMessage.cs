using System.Text;
using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>A message as it goes out: its envelope (RFC 5321) and its bytes (RFC 5322), CRLF, seven bits wide.</summary>
/// <param name="Sender">Where the world reports that it could not be delivered.</param>
internal sealed record OutgoingMessage(EmailAddress Sender, EmailAddress Recipient, string MessageId, byte[] Bytes)
{
    /// <param name="key">Null: the message is not signed.</param>
    public static OutgoingMessage Of(
        EmailAddress sender,
        EmailAddress recipient,
        MessageIdentity identity,
        HeaderBlock header,
        byte[] body,
        DkimKey? key
    )
    {
        if (key is not null)
            header.InsertFirst(DkimSignature.Of(key, header, body, identity.Date));
        // UTF-8 for the one case where an address itself leaves ASCII (RFC 6532); all else is ASCII by now.
        byte[] bytes = [.. Encoding.UTF8.GetBytes(header.ToString()), .. "\r\n"u8, .. body];
        return new OutgoingMessage(sender, recipient, identity.MessageId, bytes);
    }

    /// <summary>SMTPUTF8 is asked for only where one of the two addresses cannot go without.</summary>
    public bool NeedsSmtpUtf8 => Sender.NeedsSmtpUtf8 || Recipient.NeedsSmtpUtf8;
}
