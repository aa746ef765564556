using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>What an approval freezes, as plain data; see <see cref="IssueBundle"/> for what each part is.</summary>
internal sealed record BundleContent(
    string FromName,
    string FromAddress,
    string? ReplyTo,
    string Subject,
    string Preheader,
    string Html,
    string? WebHtml,
    string Text,
    string? ByReader,
    string ListTitle,
    string ListSlug,
    string Language,
    string SiteUrl,
    string Audience
)
{
    /// <summary>A lower-case A-label.</summary>
    public string FromDomain => EmailAddress.Parse(FromAddress).Domain;

    public IEnumerable<string?> Parts =>
        [
            FromName,
            FromAddress,
            ReplyTo,
            Subject,
            Preheader,
            Html,
            WebHtml,
            Text,
            ByReader,
            ListTitle,
            ListSlug,
            Language,
            SiteUrl,
            Audience,
        ];
}
