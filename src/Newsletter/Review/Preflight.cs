using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Rendering.Preparing;

namespace Newsletter.Review;

/// <summary>Checks an issue as it would go out. Pure: the same content gives the same findings.</summary>
internal static class Preflight
{
    /// <summary>Above this a longer name or address of a reader could reach the clip.</summary>
    public const int WantedBytes = 81_920;

    public static PreflightReport Check(BundleContent content, IEnumerable<string> notices, string? postalAddress)
    {
        var bytes = MailSize.Of(content.Html);
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
            bytes >= MailSize.Clip,
            "size",
            $"The HTML part has {bytes:N0} bytes; Gmail cuts it at {MailSize.Clip:N0}. Carry fewer or shorter columns."
        );
        if (Leftovers.FirstIn(content) is { } leftover)
            blocking.Add(
                new Finding(
                    "leftover",
                    $"\"{leftover}\" is left over from a template or a merge tag; mend the column or the template."
                )
            );

        var warnings = notices.Select(notice => new Finding("notice", notice)).ToList();
        Add(
            warnings,
            bytes is >= WantedBytes and < MailSize.Clip,
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
            $"Site__Url is {content.SiteUrl}: the links to unsubscribe, to view the issue and to read on lead there, and mail programs follow one-click unsubscribing only over https."
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
}
