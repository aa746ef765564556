using System.Text.RegularExpressions;
using AngleSharp.Dom;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

internal static partial class LayoutRules
{
    private static readonly string[] s_forbidden =
    [
        "script",
        "form",
        "iframe",
        "svg",
        "video",
        "audio",
        "base",
        "link",
        "object",
        "embed",
        "input",
    ];

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H14",
                "Layout 1",
                "the column is 640 px at most",
                mail =>
                    When(mail.Page.QuerySelectorAll("div").All(div => Mail.Css(div, "max-width") != "640px"), "column"),
                html => html.Replace("max-width:640px", "max-width:900px")
            ),
            new(
                "H15",
                "Layout 1",
                "in Outlook a table of 640 px holds it",
                mail => When(mail.Outlook.QuerySelectorAll("table[width='640']").Length == 0, "ghost table"),
                html => html.Replace("width=\"640\"", "")
            ),
            new(
                "H16",
                "Layout 10",
                "no width is over 720 px",
                mail =>
                    mail.Outlook.QuerySelectorAll("[width]")
                        .Where(e => int.TryParse(e.GetAttribute("width"), out var w) && w > 720)
                        .Select(Mail.Start),
                html => html.Replace("width=\"640\"", "width=\"800\"")
            ),
            new(
                "H17",
                "Layout 6",
                "tables that lay out say so",
                mail =>
                    LayoutTables(mail).Where(table => table.GetAttribute("role") != "presentation").Select(Mail.Start),
                html =>
                    html.Replace("<h1 ", "<table border=0 cellpadding=0 cellspacing=0><tr><td></td></tr></table><h1 ")
            ),
            new(
                "H18",
                "Layout 6",
                "tables that lay out have no gaps",
                mail =>
                    mail.Outlook.QuerySelectorAll("table[role=presentation]")
                        .Where(table =>
                            new[] { "border", "cellpadding", "cellspacing" }.Any(name =>
                                table.GetAttribute(name) != "0"
                            )
                        )
                        .Select(Mail.Start),
                html => html.Replace("cellspacing=\"0\"", "")
            ),
            new(
                "H19",
                "Layout 6",
                "tables are not deeper than 8",
                mail => mail.Outlook.QuerySelectorAll("table").Where(table => Depth(table) > 8).Select(Mail.Start),
                html =>
                    html.Replace(
                        "<h1 ",
                        string.Concat(
                            Enumerable.Repeat(
                                "<table role=presentation border=0 cellpadding=0 cellspacing=0><tr><td>",
                                9
                            )
                        ) + "<h1 "
                    )
            ),
            new(
                "H20",
                "Layout 6",
                "conditional comments are balanced",
                mail =>
                    When(
                        Regex.Count(mail.Html, @"<!--\[if ") != Regex.Count(mail.Html, @"<!\[endif\]-->"),
                        "conditional"
                    ),
                html => html.Replace("<!--[if mso]></td></tr></table><![endif]-->", "<!--[if mso]></td></tr></table>")
            ),
            new(
                "H21",
                "Layout 6",
                "tables are balanced in both views",
                mail =>
                    When(
                        Unbalanced(mail.Html)
                            || Unbalanced(mail.Html.Replace("<!--[if mso]>", "").Replace("<![endif]-->", "")),
                        "tables"
                    ),
                html => html.Replace("<!--[if mso]></td></tr></table><![endif]-->", "")
            ),
            new(
                "H22",
                "Layout 6",
                "no form of conditional that shows its markup",
                mail => When(mail.Html.Contains("<![if"), "<![if"),
                html => html.Replace("<h1", "<![if !mso]><h1")
            ),
            new(
                "H23",
                "Layout 14",
                "only conditional comments remain",
                mail =>
                    mail.Page.Descendants<IComment>()
                        .Where(comment => !comment.Data.StartsWith("[if ", StringComparison.Ordinal))
                        .Select(Mail.Start),
                html => html.Replace("<h1", "<!-- note --><h1")
            ),
            new(
                "H24",
                "Layout 6",
                "nothing that clients remove",
                mail => mail.Page.QuerySelectorAll(string.Join(',', s_forbidden)).Select(Mail.Start),
                html => html.Replace("<h1", "<iframe></iframe><h1")
            ),
            new(
                "H25",
                "Layout 6",
                "no handler of events",
                mail =>
                    mail.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)))
                        .Select(Mail.Start),
                html => html.Replace("<h1", "<h1 onclick=\"x()\"")
            ),
            new(
                "H26",
                "Layout 6",
                "no identifier stands twice",
                mail =>
                    mail.All.Where(e => e.Id is { Length: > 0 })
                        .GroupBy(e => e.Id)
                        .Where(g => g.Count() > 1)
                        .Select(g => g.Key!),
                html => html.Replace("<h1", "<p id=a>x</p><h1 id=a")
            ),
            new(
                "H27",
                "Layout 11",
                "pull quotes do not float and have a border",
                mail =>
                    mail.Page.QuerySelectorAll("blockquote")
                        .Where(q =>
                            Mail.Css(q, "float") is not null
                            || (Mail.Css(q, "border-left") ?? Mail.Css(q, "border-right")) is null
                        )
                        .Select(Mail.Start),
                html => html.Replace("<blockquote style=\"", "<blockquote style=\"float:right;")
            ),
        ];

    private static IEnumerable<IElement> LayoutTables(Mail mail) =>
        mail.Outlook.QuerySelectorAll("table").Where(table => table.QuerySelector("th") is null);

    private static int Depth(IElement? element) =>
        element is null ? 0 : Depth(element.ParentElement) + (element.LocalName == "table" ? 1 : 0);

    private static bool Unbalanced(string html) =>
        Regex.Replace(html, "<!--.*?-->", "", RegexOptions.Singleline) is var shown
        && new[] { "table", "tr", "td", "div", "p", "ul", "li", "blockquote" }.Any(tag =>
            Regex.Count(shown, $"<{tag}[ >]") != Regex.Count(shown, $"</{tag}>")
        );
}
