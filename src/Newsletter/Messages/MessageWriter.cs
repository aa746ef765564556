using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>Writes one issue for one reader after another. Made once an issue; safe to use from several threads.</summary>
internal sealed class MessageWriter
{
    /// <summary>The part of Feedback-ID by which a mailbox provider groups all that this program sends.</summary>
    private const string FeedbackSender = "newsletter";

    private readonly BundleContent content;
    private readonly DkimKey? key;
    private readonly int issueId;
    private readonly EmailAddress sender;
    private readonly EmailAddress? replyTo;
    private readonly MarkFilling subject;
    private readonly MarkFilling html;
    private readonly MarkFilling text;
    private readonly BodyPart htmlPart;
    private readonly BodyPart textPart;

    /// <param name="key">Null: the messages are not signed.</param>
    /// <exception cref="InvalidOperationException">The content holds a mark that is unknown or not closed.</exception>
    public MessageWriter(BundleContent content, int issueId, DkimKey? key)
    {
        (this.content, this.issueId, this.key) = (content, issueId, key);
        sender = EmailAddress.Parse(content.FromAddress);
        replyTo = string.IsNullOrWhiteSpace(content.ReplyTo) ? null : EmailAddress.Parse(content.ReplyTo);
        (subject, html, text) = (
            MarkFilling.Parse(content.Subject),
            MarkFilling.Parse(content.Html),
            MarkFilling.Parse(content.Text)
        );
        (htmlPart, textPart) = (new BodyPart("text/html", content.Html), new BodyPart("text/plain", content.Text));
    }

    /// <summary>The domain of the sender: Message-ID and List-Id are under it.</summary>
    public string Domain => sender.Domain;

    public OutgoingMessage Write(Reader reader, MessageIdentity identity)
    {
        var values = reader.Values;
        var boundary = Boundary(identity);
        var body = Body(boundary, values);
        var header = Header(reader, values, identity, boundary);
        if (key is not null)
            header.InsertFirst(DkimSignature.Of(key, header, body, identity.Date));
        // UTF-8 for the one case where an address itself leaves ASCII (RFC 6532); all else is ASCII by now.
        byte[] bytes = [.. Encoding.UTF8.GetBytes(header.ToString()), .. "\r\n"u8, .. body];
        return new OutgoingMessage(sender, reader.Address, identity.MessageId, bytes);
    }

    private HeaderBlock Header(Reader reader, ReaderValues values, MessageIdentity identity, string boundary)
    {
        var header = new HeaderBlock();
        header.AddMailbox("From", content.FromName, sender);
        header.AddMailbox("To", reader.Name ?? "", reader.Address);
        if (replyTo is not null)
            header.AddMailbox("Reply-To", "", replyTo);
        header.AddText("Subject", subject.InSubject(values));
        header.AddStructured("Date", Rfc5322(identity.Date));
        header.AddStructured("Message-ID", $"<{identity.MessageId}>");
        // RFC 2919 section 3: a name under a domain of ours.
        header.AddNamed("List-Id", content.ListTitle, $"{content.ListSlug}.{sender.Domain}");
        // RFC 8058 section 3.1: one https address, and both fields signed.
        header.AddStructured("List-Unsubscribe", $"<{AsciiUrl(reader.UnsubscribeUrl)}>");
        header.AddStructured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        header.AddStructured("Precedence", "bulk");
        header.AddStructured(
            "Feedback-ID",
            string.Create(CultureInfo.InvariantCulture, $"{issueId}:{content.ListSlug}:issue:{FeedbackSender}")
        );
        header.AddStructured("Content-Language", content.Language);
        header.AddStructured("MIME-Version", "1.0");
        header.AddStructured("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        return header;
    }

    // RFC 2046 section 5.1.4: the last alternative is the one preferred, so the text comes first.
    private byte[] Body(string boundary, ReaderValues values)
    {
        using var body = new MemoryStream();
        body.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n"));
        textPart.Write(body, text.InText(values));
        body.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
        htmlPart.Write(body, html.InHtml(values));
        body.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
        return body.ToArray();
    }

    // "=_" cannot occur in quoted-printable or base64, so no content can hold the boundary.
    private static string Boundary(MessageIdentity identity) =>
        $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.MessageId)).AsSpan(0, 12))}";

    private static string Rfc5322(DateTimeOffset date) =>
        date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    // RFC 2369 section 2: a URL in a header is ASCII and holds no blank or bracket.
    private static string AsciiUrl(string url) =>
        new UriBuilder(url) { Host = new Uri(url).IdnHost }
            .Uri
            .AbsoluteUri;
}
