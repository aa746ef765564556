using System.Text;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering.Rules;

namespace Newsletter.Tests.Rendering;

/// <summary>A mail that is no issue as its reader gets it, made as the program makes it.</summary>
internal static class ServiceSamples
{
    private const string Action = "https://lettre.example.org/c/2BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB?a=1&b=2";

    public static string TemplateOf(ServiceMailKind kind) => TemplateFolder.NameOf(kind);

    /// <summary>Null where the template is one of issues.</summary>
    public static ServiceMailKind? KindOf(string template) =>
        Enum.GetValues<ServiceMailKind>()
            .Select(kind => (ServiceMailKind?)kind)
            .FirstOrDefault(kind => TemplateOf(kind!.Value) == template);

    public static Sample Of(string name, ServiceMailKind kind, ServiceCase one)
    {
        var rendered = new ServiceMailRenderer(Issues.Templates).Render(one.Input(kind));
        var kinds = rendered.CanLeave ? MailKinds.Subscribed : MailKinds.Service;
        var (_, html, text) = ServiceMailWriter.Shown(rendered, ReaderOf(one));
        var outgoing = Written(one, rendered, Samples.Key);
        var mail = new Mail(html, one.Publication.Language, kinds, one.IsAboutMarkup);
        return new Sample(
            name,
            mail,
            new Letter(text, mail),
            new Parcel(
                Encoding.Latin1.GetString(outgoing.Bytes),
                outgoing.Sender.Value,
                outgoing.Recipient.Value,
                kinds
            )
        );
    }

    /// <param name="key">Null: the message is not signed.</param>
    public static OutgoingMessage Written(ServiceCase one, RenderedServiceMail rendered, DkimKey? key)
    {
        var from = new Mailbox(one.Publication.SenderName, EmailAddress.Parse("lettre@example.org"));
        return new ServiceMailWriter(
            from,
            EmailAddress.Parse("reponse@example.org"),
            one.Publication.Language,
            key is null ? [] : [key]
        ).Write(
            rendered,
            ReaderOf(one),
            new MessageIdentity("12.0123456789abcdef@example.org", new DateTimeOffset(2026, 11, 26, 7, 0, 0, default))
        );
    }

    private static Reader ReaderOf(ServiceCase one) =>
        new(EmailAddress.Parse("lectrice@example.com"), one.ReaderName, RuleTests.Unsubscribe, Action);
}
