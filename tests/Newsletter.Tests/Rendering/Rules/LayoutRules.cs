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
                "layout",
                "the column is 640 px at most",
                mail =>
                    When(mail.Page.QuerySelectorAll("div").All(div => Mail.Css(div, "max-width") != "640px"), "column"),
                html => html.Replace("max-width:640px", "max-width:900px")
            ),
            new(
                "layout",
                "in Outlook a table of 640 px holds it",
                mail => When(mail.Outlook.QuerySelectorAll("table[width='640']").Length == 0, "ghost table"),
                html => html.Replace("width=\"640\"", "")
            ),
            new(
                "layout",
                "no width is over 720 px",
                mail =>
                    mail.Outlook.QuerySelectorAll("[width]")
                        .Where(e => int.TryParse(e.GetAttribute("width"), out var w) && w > 720)
                        .Select(Mail.Start),
                html => html.Replace("width=\"640\"", "width=\"800\"")
            ),
            new(
                "layout",
                "tables that lay out say so",
                mail =>
                    LayoutTables(mail).Where(table => table.GetAttribute("role") != "presentation").Select(Mail.Start),
                html =>
                    html.Replace("<h1 ", "<table border=0 cellpadding=0 cellspacing=0><tr><td></td></tr></table><h1 ")
            ),
            new(
                "layout",
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
                "layout",
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
                "layout",
                "conditional comments are balanced",
                mail =>
                    When(
                        Regex.Count(mail.Html, @"<!--\[if ") != Regex.Count(mail.Html, @"<!\[endif\]-->"),
                        "conditional"
                    ),
                html => html.Replace("<!--[if mso]></td></tr></table><![endif]-->", "<!--[if mso]></td></tr></table>")
            ),
            new(
                "layout",
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
                "layout",
                "no form of conditional that shows its markup",
                mail => When(mail.Html.Contains("<![if"), "<![if"),
                html => html.Replace("<h1", "<![if !mso]><h1")
            ),
            new(
                "layout",
                "only conditional comments remain",
                mail =>
                    mail.Page.Descendants<IComment>()
                        .Where(comment => !comment.Data.StartsWith("[if ", StringComparison.Ordinal))
                        .Select(Mail.Start),
                html => html.Replace("<h1", "<!-- note --><h1")
            ),
            new(
                "layout",
                "nothing that clients remove",
                mail => mail.Page.QuerySelectorAll(string.Join(',', s_forbidden)).Select(Mail.Start),
                html => html.Replace("<h1", "<iframe></iframe><h1")
            ),
            new(
                "layout",
                "no handler of events",
                mail =>
                    mail.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)))
                        .Select(Mail.Start),
                html => html.Replace("<h1", "<h1 onclick=\"x()\"")
            ),
            new(
                "layout",
                "no identifier stands twice",
                mail =>
                    mail.All.Where(e => e.Id is { Length: > 0 })
                        .GroupBy(e => e.Id)
                        .Where(g => g.Count() > 1)
                        .Select(g => g.Key!),
                html => html.Replace("<h1", "<p id=a>x</p><h1 id=a")
            ),
            new(
                "layout",
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
            new(
                "styles",
                "no style that clients do not know",
                mail => mail.All.Where(e => Unknown().IsMatch(e.GetAttribute("style") ?? "")).Select(Mail.Start),
                html => html.Replace("<h1 class=\"title\" style=\"", "<h1 style=\"display:flex;")
            ),
            new(
                "styles",
                "colours have six digits",
                mail =>
                    mail.All.SelectMany(e =>
                            Colours().Matches(e.GetAttribute("style") ?? "").Select(m => m.Groups[1].Value)
                        )
                        .Concat(mail.All.Select(e => e.GetAttribute("bgcolor")).OfType<string>())
                        .Where(c => !SixDigits().IsMatch(c)),
                html => html.Replace("<h1 class=\"title\" style=\"", "<h1 style=\"color:red;")
            ),
            new(
                "styles",
                "pixel widths stand as attributes too",
                mail =>
                    mail.Outlook.QuerySelectorAll("img,table,td,th")
                        .Where(e => Mail.Pixels(Mail.Css(e, "width")) is { } w && e.GetAttribute("width") != $"{w}")
                        .Select(Mail.Start),
                html => html.Replace("<td class=\"pad\" style=\"", "<td style=\"width:100px;")
            ),
            new(
                "styles",
                "each style block is under 8,192 characters, all under 16,384",
                mail =>
                    When(mail.Styles.Any(s => s.Length >= 8192) || mail.Styles.Sum(s => s.Length) >= 16384, "style"),
                html => html.Replace("</style>", new string(' ', 9000) + "</style>")
            ),
            new(
                "styles",
                "no @ rule within an @ rule",
                mail => mail.Styles.Where(style => NestedAt().IsMatch(style)),
                html => html.Replace("@media (min-width:600px){", "@media (min-width:600px){@media print{a{color:red}}")
            ),
            new(
                "dark",
                "one block asks for the dark scheme",
                mail => When(mail.Styles.Count(s => s.Contains("prefers-color-scheme:dark")) != 1, "dark"),
                html => html.Replace("prefers-color-scheme:dark", "print")
            ),
            new(
                "dark",
                "Outlook's own marks stand in another block",
                mail =>
                    When(
                        mail.Styles.Count(s =>
                            s.Contains("[data-ogsc]") && s.Contains("[data-ogsb]") && !s.Contains("@media")
                        ) != 1,
                        "data-ogs"
                    ),
                html => html.Replace("[data-ogsb]", "x")
            ),
            new(
                "size",
                "Gmail does not clip it",
                mail => When(mail.Bytes >= 102_400, $"{mail.Bytes} bytes"),
                html => html + new string(' ', 102_400)
            ),
            new(
                "size",
                "12 bytes of markup for a byte of text at most",
                mail =>
                    When(
                        mail.VisibleText.Length >= 3000
                            && mail.Bytes > 12.0 * System.Text.Encoding.UTF8.GetByteCount(mail.VisibleText),
                        "ratio"
                    ),
                html =>
                    html.Replace(
                        "<h1 ",
                        $"<p>{new string('a', 3000)}</p><!--[if mso]>{new string(' ', 90_000)}<![endif]--><h1 "
                    )
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

    [GeneratedRegex(
        @"(?:^|;)\s*(?:display:\s*(?:flex|grid|inline-flex)|position:|object-fit:|margin[a-z-]*:[^;]*-\d|float:)|calc\(|var\(",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Unknown();

    [GeneratedRegex(@"(?:^|;)\s*(?:background-)?color:\s*([^;]+)", RegexOptions.None, 1000)]
    private static partial Regex Colours();

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*@", RegexOptions.None, 1000)]
    private static partial Regex NestedAt();
}
