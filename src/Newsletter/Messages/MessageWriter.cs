using System.Globalization;
using Newsletter.Addresses;
using Newsletter.Rendering;

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
    private readonly Alternatives parts;

    /// <param name="key">Null: the messages are not signed.</param>
    /// <exception cref="InvalidOperationException">The content holds a mark that is unknown or not closed.</exception>
    public MessageWriter(BundleContent content, int issueId, DkimKey? key)
    {
        (this.content, this.issueId, this.key) = (content, issueId, key);
        sender = EmailAddress.Parse(content.FromAddress);
        replyTo = string.IsNullOrWhiteSpace(content.ReplyTo) ? null : EmailAddress.Parse(content.ReplyTo);
        (subject, parts) = (
            MarkFilling.Parse(content.Subject),
            new Alternatives(content.Html, content.Text, ByReader(content))
        );
    }

    /// <summary>The domain of the sender: Message-ID and List-Id are under it.</summary>
    public string Domain => sender.Domain;

    public OutgoingMessage Write(Reader reader, MessageIdentity identity)
    {
        var values = reader.Values;
        var body = parts.Body(identity, values);
        return OutgoingMessage.Of(sender, reader.Address, identity, Header(reader, values, identity), body, key);
    }

    /// <summary>What the reader sees of it, without header and encoding.</summary>
    public (string Subject, string Html, string Text) Shown(Reader reader)
    {
        var values = reader.Values;
        return (subject.InSubject(values), parts.Html(values), parts.Text(values));
    }

    private static ReaderRenderer? ByReader(BundleContent content) =>
        content.ByReader is null ? null : new ReaderRenderer(FrozenTemplate.Parse(content.ByReader));

    private HeaderBlock Header(Reader reader, ReaderValues values, MessageIdentity identity)
    {
        var header = new HeaderBlock();
        header.AddMailbox("From", content.FromName, sender);
        header.AddMailbox("To", reader.Name ?? "", reader.Address);
        if (replyTo is not null)
            header.AddMailbox("Reply-To", "", replyTo);
        header.AddText("Subject", subject.InSubject(values));
        header.AddIdentity(identity);
        // RFC 2919 section 3: a name under a domain of ours.
        header.AddNamed("List-Id", content.ListTitle, $"{content.ListSlug}.{sender.Domain}");
        header.AddUnsubscribe(reader.UnsubscribeUrl);
        header.AddStructured("Precedence", "bulk");
        header.AddStructured(
            "Feedback-ID",
            string.Create(CultureInfo.InvariantCulture, $"{issueId}:{content.ListSlug}:issue:{FeedbackSender}")
        );
        header.AddContent(content.Language, identity);
        return header;
    }
}
