using System.Text.RegularExpressions;
using AngleSharp.Dom;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

internal static partial class LinkRules
{
    private static readonly string[] s_emptyWords = ["click here", "here", "cliquez ici", "ici", "link", "lien"];

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H54",
                "Layout 7",
                "each has words, or an empty alt",
                mail => mail.Images.Where(i => i.GetAttribute("alt") is null).Select(Mail.Start),
                html => Picture(html, "src=\"https://e.org/a.png\" width=\"10\" style=\"display:block;border:0\"")
            ),
            new(
                "H55",
                "Layout 7",
                "no alt is a file name",
                mail => mail.Images.Where(i => FileName().IsMatch(i.GetAttribute("alt") ?? "")).Select(Mail.Start),
                html => Picture(html, "alt=\"a.png\"")
            ),
            new(
                "H56",
                "Layout 7",
                "the width is an integer, 700 at most",
                mail =>
                    mail.Images.Where(i => !int.TryParse(i.GetAttribute("width"), out var w) || w is < 1 or > 700)
                        .Select(Mail.Start),
                html => Picture(html, "width=\"900\"")
            ),
            new(
                "H57",
                "Layout 7",
                "the height is an integer where it is given",
                mail =>
                    mail.Images.Where(i => i.HasAttribute("height") && !int.TryParse(i.GetAttribute("height"), out _))
                        .Select(Mail.Start),
                html => Picture(html, "height=\"auto\"")
            ),
            new(
                "H58",
                "Layout 7",
                "a block without a border",
                mail =>
                    mail.Images.Where(i => Mail.Css(i, "display") != "block" || Mail.Css(i, "border") != "0")
                        .Select(Mail.Start),
                html => Picture(html, "alt=\"x\"")
            ),
            new(
                "H59",
                "Layout 7",
                "absolute https, in a format that is read",
                mail =>
                    mail.Images.Where(i =>
                            !(i.GetAttribute("src") ?? "").StartsWith("https://", StringComparison.Ordinal)
                            || Regex.IsMatch(i.GetAttribute("src")!, @"\.(svg|webp|avif)")
                        )
                        .Select(Mail.Start),
                html => Picture(html, "src=\"data:image/png;base64,AA\"")
            ),
            new(
                "H60",
                "Layout 4",
                "each has its colour",
                mail => mail.Links.Where(a => Mail.Css(a, "color") is null).Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"https://e.org\">words</a></p>")
            ),
            new(
                "H61",
                "Layout 12",
                "each leads somewhere absolute",
                mail => mail.Links.Where(a => !Address().IsMatch(a.GetAttribute("href") ?? "")).Select(Mail.Start),
                html => html.Replace("href=\"https", "href=\"/https")
            ),
            new(
                "H62",
                "Layout 12",
                "no link runs a script",
                mail => mail.Links.Where(a => (a.GetAttribute("href") ?? "").Contains("script:")).Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"javascript:x\">words</a></p>")
            ),
            new(
                "H63",
                "Layout 12",
                "each has words that say something",
                mail =>
                    mail.Links.Where(a =>
                            a.TextContent.Trim() is not { Length: > 0 } words
                            || s_emptyWords.Contains(words.ToLowerInvariant())
                        )
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"https://e.org\">cliquez ici</a></p>")
            ),
            new(
                "H64",
                "Layout 12",
                "no link holds a link",
                mail =>
                    mail.Links.Where(a => a.QuerySelector("a") is not null)
                        .Select(Mail.Start)
                        .Concat(
                            When(
                                Regex.IsMatch(mail.Html, "<a [^>]*>(?:(?!</a>).)*<a ", RegexOptions.Singleline),
                                "a in a"
                            )
                        ),
                html =>
                    html.Replace(
                        "</h1>",
                        "</h1><p><a href=\"https://e.org\">words <a href=\"https://e.org\">more</a></a></p>"
                    )
            ),
            new(
                "H65",
                "Layout 8",
                "a cell with a colour, a padded link and room in Outlook",
                mail =>
                    mail.Page.QuerySelectorAll(".button")
                        .Where(b =>
                            b.GetAttribute("bgcolor") is null
                            || b.QuerySelector("a") is not { } a
                            || Mail.Css(a, "padding") is null
                            || !b.InnerHtml.Contains("&#8202;") && !b.InnerHtml.Contains('\u200A')
                        )
                        .Select(Mail.Start),
                html =>
                    html.Replace("bgcolor=\"#1a5276\" class=\"button\"", "class=\"button\"")
                        .Replace("</h1>", "</h1><table role=presentation><tr><td class=button></td></tr></table>")
            ),
            new(
                "H66",
                "Layout 12",
                "the reader can leave",
                mail => When(mail.Links.All(a => a.GetAttribute("href") != RuleTests.Unsubscribe), "unsubscribe"),
                html => html.Replace(RuleTests.Unsubscribe, "https://e.org/")
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "H67",
                "Layout 12",
                "the reader can look at it in a browser",
                mail => When(mail.Links.All(a => a.GetAttribute("href") != "https://lettre.example.org/i/12"), "view"),
                html => html.Replace("https://lettre.example.org/i/12", "https://e.org/")
            )
            {
                For = MailKinds.Issue,
            },
            new(
                "H68",
                "Layout 12",
                "it says who sends it and where they are",
                mail =>
                    When(
                        !mail.VisibleText.Contains("Association des marées")
                            || !mail.VisibleText.Contains("29200 Brest"),
                        "sender"
                    ),
                html => html.Replace("29200", "")
            ),
        ];

    private static string Picture(string html, string attributes) => html.Replace("</h1>", $"</h1><img {attributes}>");

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp|svg)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(https?://[^/]|mailto:|tel:)", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
