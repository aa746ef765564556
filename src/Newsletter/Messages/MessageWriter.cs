using System.Globalization;
using Newsletter.Addresses;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>Writes one issue for one reader after another. Made once an issue; safe to use from several threads.</summary>
internal sealed class MessageWriter
{
    /// <summary>The part of Feedback-ID by which a mailbox provider groups all that this program sends.</summary>
    private const string FeedbackSender = "newsletter";

    private readonly IReadOnlyList<DkimKey> keys;
    private readonly EmailAddress sender;
    private readonly MarkFilling subject;
    private readonly Alternatives parts;

    // What is the same in every message of the issue.
    private readonly HeaderBlock from = new();
    private readonly HeaderBlock answers = new();
    private readonly HeaderBlock title = new();
    private readonly HeaderBlock list = new();
    private readonly HeaderBlock kind = new();

    /// <param name="content">What was approved.</param>
    /// <param name="issueId">Whose content it is.</param>
    /// <param name="keys">None: the messages are not signed.</param>
    /// <param name="isTest">For whoever makes the issue: marked in the header, so that it can be told from the issue.</param>
    /// <exception cref="InvalidOperationException">The content holds a mark that is unknown or not closed.</exception>
    public MessageWriter(BundleContent content, int issueId, IReadOnlyList<DkimKey> keys, bool isTest = false)
    {
        this.keys = keys;
        sender = EmailAddress.Parse(content.FromAddress);
        (subject, parts) = (
            MarkFilling.Parse(content.Subject),
            new Alternatives(content.Html, content.Text, ByReader(content))
        );
        from.AddMailbox("From", content.FromName, sender);
        if (!string.IsNullOrWhiteSpace(content.ReplyTo))
            answers.AddMailbox("Reply-To", "", EmailAddress.Parse(content.ReplyTo));
        if (subject.IsShared)
            title.AddText("Subject", subject.InSubject(ReaderValues.Nobody("")));
        // RFC 2919 section 3: a name under a domain of ours.
        list.AddNamed("List-Id", content.ListTitle, $"{content.ListSlug}.{sender.Domain}");
        kind.AddStructured("Precedence", "bulk");
        kind.AddStructured(
            "Feedback-ID",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{issueId}:{content.ListSlug}:{(isTest ? "test" : "issue")}:{FeedbackSender}"
            )
        );
        if (isTest)
            kind.AddStructured("X-Newsletter-Test", "yes");
        kind.AddContent(content.Language, parts);
    }

    /// <summary>The domain of the sender: Message-ID and List-Id are under it.</summary>
    public string Domain => sender.Domain;

    public OutgoingMessage Write(Reader reader, MessageIdentity identity)
    {
        var values = reader.Values;
        var header = Header(reader, values, identity);
        return OutgoingMessage.Of(sender, reader.Address, identity, header, parts.Body(values), keys);
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
        header.AddAll(from);
        header.AddMailbox("To", reader.Name ?? "", reader.Address);
        header.AddAll(answers);
        if (subject.IsShared)
            header.AddAll(title);
        else
            header.AddText("Subject", subject.InSubject(values));
        header.AddIdentity(identity);
        header.AddAll(list);
        header.AddUnsubscribe(reader.UnsubscribeUrl);
        header.AddAll(kind);
        return header;
    }
}
