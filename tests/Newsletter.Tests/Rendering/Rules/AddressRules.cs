using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>Where links lead, what they say, and how large they are.</summary>
internal static partial class AddressRules
{
    private const int Fingertip = 44;
    private const int HalfAFingertip = 24;

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H116",
                "Layout 12",
                "each link to the web is https",
                mail =>
                    mail.Links.Where(a =>
                            a.GetAttribute("href")?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true
                        )
                        .Select(Mail.Start),
                html => html.Replace("https://example.org/rapport", "http://example.org/rapport")
            ),
            new(
                "H117",
                "Layout 12",
                "no link's words are a bare address",
                mail => mail.Links.Where(a => Bare().IsMatch(a.TextContent.Trim())).Select(Mail.Start),
                html => html.Replace(">le rapport<", ">https://example.org/rapport<")
            ),
            new(
                "H118",
                "Layout 12",
                "no two links beside one another lead to the same place",
                mail =>
                    mail.Links.Where(a =>
                            a.NextElementSibling is { LocalName: "a" } next
                            && next.GetAttribute("href") == a.GetAttribute("href")
                            && string.IsNullOrWhiteSpace(Between(a, next))
                        )
                        .Select(Mail.Start),
                html =>
                    html.Replace(
                        "</h1>",
                        "</h1><p><a href=\"https://e.org/\" style=\"color:#000000\">this</a> <a href=\"https://e.org/\" style=\"color:#000000\">page</a></p>"
                    )
            ),
            new(
                "H119",
                "Layout 12",
                "a link in running text is underlined",
                mail =>
                    mail.Links.Where(a => a.Closest(".button") is null && Mail.Css(a, "text-decoration") == "none")
                        .Select(Mail.Start)
                        .Concat(mail.Styles.Where(style => style.Contains("text-decoration:none"))),
                html =>
                    html.Replace("<a href=\"https://example.org/rapport", "<a style=\"text-decoration:none\" href=\"")
            ),
            new(
                "H120",
                "Layout 8",
                "a lone link is 24 px high",
                mail => mail.Links.Where(a => StandsAlone(a) && Height(a) < HalfAFingertip).Select(Mail.Start),
                html => html.Replace("line-height:28px", "line-height:20px")
            ),
            new(
                "H121",
                "Layout 8",
                "a button is 44 px high",
                mail => mail.Page.QuerySelectorAll(".button a").Where(a => Height(a) < Fingertip).Select(Mail.Start),
                html => html.Replace("padding:10px 22px", "padding:4px 22px")
            ),
            new(
                "H122",
                "Layout 12",
                "addresses hold no blank, no password, and no more than 2,000 characters",
                mail =>
                    mail.Links.Where(a =>
                            a.GetAttribute("href") is not { } href
                            || href.Any(c => c <= ' ' || c == '"' || c > '~')
                            || href.Length > 2000
                            || Password().IsMatch(href)
                        )
                        .Select(Mail.Start),
                html => html.Replace("https://example.org/rapport", "https://me:secret@example.org/rapport")
            ),
            new(
                "H123",
                "Layout 12",
                "a link does nothing but lead",
                mail =>
                    mail.Links.Where(a =>
                            a.Attributes.Any(x => x.Name is not ("href" or "style" or "class" or "lang" or "dir"))
                        )
                        .Select(Mail.Start),
                html => html.Replace("<a href=", "<a ping=\"https://e.org/\" href=")
            ),
            new(
                "H124",
                "Layout 12",
                "one link leaves, and its words say so",
                mail =>
                    mail.Links.Where(a => a.GetAttribute("href") == RuleTests.Unsubscribe).ToList() is [var only]
                    && Leaving().IsMatch(only.TextContent)
                        ? []
                        : ["unsubscribe"],
                html => html.Replace("Se désabonner de cette lettre", "Gérer")
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "H125",
                "Layout 12",
                "a link to a place of a page has that place",
                mail => mail.Links.Where(a => IsBroken(a, mail)).Select(Mail.Start),
                html => html.Replace("<a href=\"https://example.org/rapport", "<a href=\"#rapport")
            ),
        ];

    /// <summary>Nothing but links and what parts them, between the breaks around it.</summary>
    private static bool StandsAlone(IElement link) =>
        link.Closest(".button") is null
        && link.ParentElement is { LocalName: "p" or "li" or "td" } block
        && block.ChildNodes.All(node =>
            node is IText { Text: var text }
                ? !text.Any(char.IsLetterOrDigit)
                : node is IElement { LocalName: "a" or "br" }
        );

    private static double Height(IElement link) =>
        Mail.Css(link, "display") is "inline-block" or "block"
            ? Mail.LineHeight(link) + (2 * (Mail.Pixels((Mail.Css(link, "padding") ?? "0px").Split(' ')[0]) ?? 0))
            : 0;

    private static string Between(INode first, INode second)
    {
        var text = "";
        for (var node = first.NextSibling; node is not null && node != second; node = node.NextSibling)
            text += node.TextContent + (node is IElement ? "x" : "");
        return text;
    }

    private static bool IsBroken(IElement link, Mail mail) =>
        link.GetAttribute("href") is ['#', .. var place]
        && (place.Length == 0 || mail.Page.GetElementById(place) is null);

    [GeneratedRegex(@"^https?://\S*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex("^[a-z]+://[^/]*@", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Password();

    [GeneratedRegex("désabonner|désinscrire|unsubscribe", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Leaving();
}
