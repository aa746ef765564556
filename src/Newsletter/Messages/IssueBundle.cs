using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Messages;

/// <summary>
/// The bytes that an approval stands for: what every reader of an issue receives, with marks where a reader's values
/// go. Delivery and the web page read only this, never the columns again.
/// </summary>
internal sealed class IssueBundle
{
    // For EF.
    private IssueBundle() { }

    /// <param name="issueId">The issue that was approved.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="datedAt">The day that is printed in them.</param>
    /// <param name="now">When they were frozen.</param>
    public IssueBundle(int issueId, BundleContent content, DateTimeOffset datedAt, DateTimeOffset now)
    {
        (IssueId, DatedAt, FrozenAt) = (issueId, datedAt, now);
        (FromName, FromAddress, ReplyTo) = (content.FromName, content.FromAddress, content.ReplyTo);
        (Subject, Preheader, Html, Text) = (content.Subject, content.Preheader, content.Html, content.Text);
        (WebHtml, ByReader) = (content.WebHtml, content.ByReader);
        (ListTitle, ListSlug, Language, SiteUrl, Audience) = (
            content.ListTitle,
            content.ListSlug,
            content.Language,
            content.SiteUrl,
            content.Audience
        );
        Hash = HashOf(content);
    }

    public int IssueId { get; private set; }

    public string FromName { get; private set; } = "";

    public string FromAddress { get; private set; } = "";

    public string? ReplyTo { get; private set; }

    public string Subject { get; private set; } = "";

    public string Preheader { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>The whole issue for the browser, where the mail had to be shortened; null where it was not.</summary>
    public string? WebHtml { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>For a template that decides by reader: all that each reader's rendering needs, JSON; null where marks say it all.</summary>
    public string? ByReader { get; private set; }

    public string ListTitle { get; private set; } = "";

    public string ListSlug { get; private set; } = "";

    public string Language { get; private set; } = "";

    /// <summary>The public address of this site at the time of rendering, without a trailing slash.</summary>
    public string SiteUrl { get; private set; } = "";

    /// <summary>Who receives it, as a definition; people come and go until the audience is frozen.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>SHA-256 over all of the above, hexadecimal: what the approval is bound to.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The day that is printed in it, in the publication's zone.</summary>
    public DateTimeOffset DatedAt { get; private set; }

    public DateTimeOffset FrozenAt { get; private set; }

    public BundleContent Content =>
        new(
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
            Audience
        );

    /// <summary>Each part with its length before it, so that no two contents can run together into one hash.</summary>
    public static string HashOf(BundleContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in content.Parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
