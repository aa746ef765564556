using System.Text;
using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>A message as it goes out: its envelope (RFC 5321) and its bytes (RFC 5322), CRLF, seven bits wide.</summary>
/// <param name="Sender">Where the world reports that it could not be delivered.</param>
/// <param name="Header">Whole lines; the empty line that ends it is not among them.</param>
internal sealed record OutgoingMessage(
    EmailAddress Sender,
    EmailAddress Recipient,
    string MessageId,
    ReadOnlyMemory<byte> Header,
    ReadOnlyMemory<byte> Body
)
{
    /// <param name="keys">None: the message is not signed.</param>
    public static OutgoingMessage Of(
        EmailAddress sender,
        EmailAddress recipient,
        MessageIdentity identity,
        HeaderBlock header,
        ReadOnlyMemory<byte> body,
        IReadOnlyList<DkimKey> keys
    )
    {
        if (keys.Count > 0)
            header.InsertFirst(DkimSignature.Of(keys, header, body.Span, identity.Date));
        // UTF-8 for the one case where an address itself leaves ASCII (RFC 6532); all else is ASCII by now.
        return new(sender, recipient, identity.MessageId, Encoding.UTF8.GetBytes(header.ToString()), body);
    }

    /// <summary>What a report about it calls it (RFC 3461 section 4.4): the part of the Message-ID that is its own.</summary>
    public string EnvelopeId => MessageId[..MessageId.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>All of it.</summary>
    public byte[] Bytes => [.. Header.Span, .. "\r\n"u8, .. Body.Span];

    /// <summary>In bytes.</summary>
    public int Size => Header.Length + 2 + Body.Length;

    /// <summary>
    /// SMTPUTF8 is asked for only where an address cannot go without: of the envelope, or From or Reply-To (RFC 6531
    /// section 3.6).
    /// </summary>
    public bool NeedsSmtpUtf8 => Sender.NeedsSmtpUtf8 || Recipient.NeedsSmtpUtf8 || !Ascii.IsValid(Header.Span);
}
