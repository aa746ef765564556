using Newsletter.Addresses;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>Writes a service mail for the one reader it is for.</summary>
/// <param name="from">The publication's sender.</param>
/// <param name="replyTo">Null: replies go to the sender.</param>
/// <param name="language">Lower-case ISO 639-1.</param>
/// <param name="keys">None: the message is not signed.</param>
internal sealed class ServiceMailWriter(
    Mailbox from,
    EmailAddress? replyTo,
    string language,
    IReadOnlyList<DkimKey> keys
)
{
    /// <summary>What the reader sees of it, without header and encoding.</summary>
    public static (string Subject, string Html, string Text) Shown(RenderedServiceMail mail, Reader reader)
    {
        var values = reader.Values;
        var parts = new Alternatives(mail.Html, mail.Text);
        return (MarkFilling.Parse(mail.Subject).InSubject(values), parts.Html(values), parts.Text(values));
    }

    /// <param name="mail">What it says.</param>
    /// <param name="reader">With the address that its button leads to.</param>
    /// <param name="identity">The same at each attempt.</param>
    /// <exception cref="InvalidOperationException">The mail holds a mark that this reader has no value for.</exception>
    public OutgoingMessage Write(RenderedServiceMail mail, Reader reader, MessageIdentity identity)
    {
        var values = reader.Values;
        var header = new HeaderBlock();
        header.AddMailbox("From", from.Name ?? "", from.Address);
        header.AddMailbox("To", reader.Name ?? "", reader.Address);
        if (replyTo is not null)
            header.AddMailbox("Reply-To", "", replyTo);
        header.AddText("Subject", MarkFilling.Parse(mail.Subject).InSubject(values));
        header.AddIdentity(identity);
        // RFC 3834 section 5.2: nobody's out-of-office should answer it.
        header.AddStructured("Auto-Submitted", "auto-generated");
        if (mail.CanLeave)
            header.AddUnsubscribe(reader.UnsubscribeUrl);
        var parts = new Alternatives(mail.Html, mail.Text);
        header.AddContent(mail.Language ?? language, parts);
        return OutgoingMessage.Of(from.Address, reader.Address, identity, header, parts.Body(values), keys);
    }
}
