using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering.Rules;

namespace Newsletter.Tests.Rendering;

/// <summary>Every case through every template, as a reader gets it. Rendered once for all tests.</summary>
internal static class Samples
{
    private static readonly ConcurrentDictionary<string, Lazy<Sample>> s_made = new();
    private static readonly Lazy<DkimKey> s_key = new(MakeKey);

    public static DkimKey Key => s_key.Value;

    /// <summary>"template/case", the issues and then the mails that are none.</summary>
    public static IEnumerable<string> Names =>
        (from template in Issues.Templates.Names from name in Cases.Names select $"{template}/{name}").Concat(
            from kind in Enum.GetValues<ServiceMailKind>()
            from name in ServiceCases.Names
            select $"{ServiceSamples.TemplateOf(kind)}/{name}"
        );

    public static Sample Named(string name) =>
        s_made.GetOrAdd(name, static name => new Lazy<Sample>(() => Make(name))).Value;

    /// <param name="isAboutMarkup">Its words hold tags, braces or shortcodes on purpose.</param>
    public static Sample Of(string name, RenderInput input, bool isAboutMarkup = false)
    {
        var issue = Issues.Render(input);
        var outgoing = Written(input, issue, Key, "lecteur@example.com", "Anaïs Œuvré", RuleTests.Unsubscribe);
        var html = issue
            .Html.Replace(Mark.UnsubscribeUrl, RuleTests.Unsubscribe, StringComparison.Ordinal)
            .Replace(Mark.PreferencesUrl, RuleTests.Preferences, StringComparison.Ordinal);
        var text = issue
            .Text.Replace(Mark.UnsubscribeUrl, RuleTests.Unsubscribe, StringComparison.Ordinal)
            .Replace(Mark.PreferencesUrl, RuleTests.Preferences, StringComparison.Ordinal);
        var mail = new Mail(html, input.Publication.Language, isAboutMarkup: isAboutMarkup);
        return new Sample(
            name,
            mail,
            new Letter(text, mail),
            new Parcel(
                Encoding.Latin1.GetString(outgoing.Bytes),
                outgoing.Sender.Value,
                outgoing.Recipient.Value,
                MailKinds.Issue
            )
        );
    }

    public static OutgoingMessage Written(
        RenderInput input,
        RenderedIssue issue,
        DkimKey? key,
        string address,
        string? name,
        string unsubscribeUrl
    ) =>
        new MessageWriter(ContentOf(input, issue), input.Issue.Number, key is null ? [] : [key]).Write(
            new Reader(EmailAddress.Parse(address), name, unsubscribeUrl),
            new MessageIdentity("12.0123456789abcdef@example.org", input.Issue.Date)
        );

    private static Sample Make(string name)
    {
        var (template, which) = (name.Split('/')[0], name.Split('/')[1]);
        if (ServiceSamples.KindOf(template) is { } kind)
            return ServiceSamples.Of(name, kind, ServiceCases.Named(which));
        return Of(name, Cases.Named(which) with { Template = template }, isAboutMarkup: which == "hostile-text");
    }

    private static BundleContent ContentOf(RenderInput input, RenderedIssue issue) =>
        new(
            input.Publication.SenderName,
            "lettre@example.org",
            ReplyTo: "reponse@example.org",
            issue.Subject,
            issue.Preheader,
            issue.Html,
            WebHtml: null,
            issue.Text,
            ByReader: null,
            input.Publication.Title,
            "lettre",
            input.Publication.Language,
            "https://lettre.example.org",
            "all"
        );

    private static DkimKey MakeKey()
    {
        using var rsa = RSA.Create(2048);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, rsa.ExportRSAPrivateKeyPem());
        var key = DkimKey.Load(
            new DkimOptions
            {
                Domain = "example.org",
                Selector = "news1",
                KeyFile = file,
            }
        );
        File.Delete(file);
        return key!;
    }
}
