using System.Text;
using System.Text.RegularExpressions;
using Newsletter.Messages;
using Newsletter.Rendering;

namespace Newsletter.Review;

/// <summary>Checks an issue as it would go out. Pure: the same content gives the same findings.</summary>
internal static partial class Preflight
{
    /// <summary>Gmail cuts a message whose HTML is longer, and hides the rest behind a link.</summary>
    public const int GmailClip = 102_400;

    /// <summary>Above this a longer name or address of a reader could reach the clip.</summary>
    public const int WantedBytes = 81_920;

    /// <summary>What a reader's own values may add to the HTML: two links and a name.</summary>
    private const int ReaderBytes = 1_000;

    public static PreflightReport Check(BundleContent content, IEnumerable<string> notices, string? postalAddress)
    {
        var bytes = Encoding.UTF8.GetByteCount(content.Html) + ReaderBytes;
        var blocking = new List<Finding>();
        Add(
            blocking,
            string.IsNullOrWhiteSpace(content.Subject),
            "subject",
            "The subject is empty; give one with --subject, or a title to the first column."
        );
        Add(
            blocking,
            content.Subject.Any(char.IsControl),
            "subject",
            "The subject holds a line break or control character."
        );
        Add(
            blocking,
            string.IsNullOrWhiteSpace(content.Text),
            "text",
            "The text part is empty; the columns have no text."
        );
        Add(
            blocking,
            !content.Html.Contains(Mark.UnsubscribeUrl, StringComparison.Ordinal),
            "unsubscribe",
            "The HTML part has no unsubscribe link; the template must place it."
        );
        Add(
            blocking,
            !content.Text.Contains(Mark.UnsubscribeUrl, StringComparison.Ordinal),
            "unsubscribe",
            "The text part has no unsubscribe link."
        );
        Add(
            blocking,
            bytes >= GmailClip,
            "size",
            $"The HTML part has {bytes:N0} bytes; Gmail cuts it at {GmailClip:N0}. Carry fewer or shorter columns."
        );
        if (Leftover(content) is { } leftover)
            blocking.Add(
                new Finding(
                    "leftover",
                    $"\"{leftover}\" is left over from a template or a merge tag; mend the column or the template."
                )
            );

        var warnings = notices.Select(notice => new Finding("notice", notice)).ToList();
        Add(
            warnings,
            bytes is >= WantedBytes and < GmailClip,
            "size",
            $"The HTML part has {bytes:N0} bytes; above {WantedBytes:N0} it comes close to where Gmail cuts."
        );
        Add(
            warnings,
            postalAddress is null,
            "postal-address",
            "The publication has no postal address; the law of many countries wants one in each mail (--postal-address)."
        );
        Add(
            warnings,
            !content.SiteUrl.StartsWith("https://", StringComparison.Ordinal),
            "site-url",
            $"Site__Url is {content.SiteUrl}; mail programs follow one-click unsubscribing only over https."
        );
        Add(
            warnings,
            content.Subject.Length > 70,
            "subject",
            $"The subject has {content.Subject.Length} characters; telephones show some 40."
        );
        return new PreflightReport(blocking, warnings, bytes);
    }

    private static void Add(List<Finding> findings, bool found, string rule, string what)
    {
        if (found)
            findings.Add(new Finding(rule, what));
    }

    private static string? Leftover(BundleContent content) =>
        new[] { content.Subject, content.Preheader, content.Text }
            .Select(part => MergeTag().Match(part))
            .FirstOrDefault(match => match.Success)
            ?.Value;

    // The merge tags of the common senders: {{ name }}, {% if %}, *|NAME|*, %%name%%.
    [GeneratedRegex(
        @"\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|\*\|[A-Z_:]{1,40}\|\*|%%[a-z_]{1,40}%%",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MergeTag();
}
