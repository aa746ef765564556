using System.Text.RegularExpressions;
using AngleSharp.Dom;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>What stands in what.</summary>
internal static partial class StructureRules
{
    /// <summary>The elements that every client keeps.</summary>
    private static readonly HashSet<string> s_kept =
    [
        .. "a,b,blockquote,br,code,div,em,h1,h2,h3,h4,h5,h6,hr,i,img,li,ol,p,pre,s,span,strong,sub,sup,table,tbody,td,th,tr,ul".Split(
            ','
        ),
    ];

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H103",
                "Layout 6",
                "only elements that every client keeps",
                mail => mail.All.Where(e => !s_kept.Contains(e.LocalName)).Select(Mail.Start),
                html => html.Replace("<h1 ", "<section>x</section><h1 ")
            ),
            new(
                "H104",
                "Layout 9",
                "nothing is empty",
                mail =>
                    mail.Page.QuerySelectorAll("p,li,ul,ol,blockquote,pre,a,em,strong,s,sup,sub,code,table")
                        .Where(e => string.IsNullOrWhiteSpace(e.TextContent) && e.QuerySelector("img,hr") is null)
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p style=\"margin:0\"> </p>")
            ),
            new(
                "H105",
                "Layout 6",
                "a table that lays out holds no mark of data",
                mail =>
                    mail.Page.QuerySelectorAll("table[role=presentation]")
                        .Where(e => e.HasAttribute("summary") || Own(e, "th,caption,[scope],[headers]").Any())
                        .Select(Mail.Start),
                html =>
                    html.Replace("<td class=\"pad\"", "<td scope=\"row\" class=\"pad\"")
                        .Replace("class=\"pad\" style", "scope=\"row\" class=\"pad\" style")
            ),
            new(
                "H106",
                "Layout 6",
                "the rows of a table of data are as long as one another",
                mail =>
                    mail.Page.QuerySelectorAll("table:not([role])")
                        .Where(e =>
                            e.QuerySelectorAll("tr").Select(row => row.ChildElementCount).Distinct().Count() > 1
                        )
                        .Select(Mail.Start),
                html => html.Replace("<th scope=\"col\"", "<th scope=\"col\">x</th><th scope=\"col\"")
            ),
            new(
                "H107",
                "Layout 9",
                "items stand in lists, and lists hold items",
                mail =>
                    mail.Page.QuerySelectorAll("li")
                        .Where(e => e.ParentElement?.LocalName is not ("ul" or "ol"))
                        .Concat(
                            mail.Page.QuerySelectorAll("ul,ol")
                                .Where(e => e.Children.Any(child => child.LocalName != "li"))
                        )
                        .Select(Mail.Start),
                html => html.Replace("<h1 ", "<li>x</li><h1 ")
            ),
            new(
                "H108",
                "Layout 6",
                "roles are those that are meant",
                mail =>
                    mail.Page.QuerySelectorAll("[role]")
                        .Where(e =>
                            e.GetAttribute("role") is not ("article" or "presentation")
                            || (e.GetAttribute("role") == "presentation" && e.LocalName != "table")
                        )
                        .Select(Mail.Start),
                html => html.Replace("<h1 ", "<h1 role=\"title\" ")
            ),
            new(
                "H109",
                "Layout 6",
                "conditional comments follow one another, none within another",
                mail =>
                    mail.Page.Descendants<IComment>()
                        .Where(c =>
                            !c.Data.StartsWith("[if mso]>", StringComparison.Ordinal)
                            || !c.Data.EndsWith("<![endif]", StringComparison.Ordinal)
                            || c.Data.LastIndexOf("[if ", StringComparison.Ordinal) > 0
                        )
                        .Select(Mail.Start),
                html => html.Replace("<!--[if mso]><i", "<!--[if mso]><!--[if mso]><i")
            ),
            new(
                "H110",
                "Layout 9",
                "no empty lines made of breaks",
                mail => When(Breaks().IsMatch(mail.Html), "br"),
                html => html.Replace("</h1>", "<br><br><br></h1>")
            ),
            new(
                "H111",
                "Layout 9",
                "headings hold no block, and paragraphs stand in none",
                mail => mail.Page.QuerySelectorAll("h1 p,h2 p,h3 p,h1 table,h2 table,p p,p table").Select(Mail.Start),
                html => html.Replace("</h1>", "<table role=presentation><tr><td>x</td></tr></table></h1>")
            ),
            new(
                "H112",
                "Layout 9",
                "running text keeps 45 to 95 characters a line on a wide screen",
                mail =>
                    mail.VisibleTexts.Where(t => t.Text.Length > 150 && Mail.Block(t).LocalName[0] != 'h')
                        .Where(t => CharactersALine(t) is < 45 or > 95)
                        .Select(Mail.Start),
                html =>
                    html.Replace(
                        "</h1>",
                        $"</h1><p style=\"font-size:12px;line-height:18px\">{new string('a', 200)}</p>"
                    )
            ),
            new(
                "H113",
                "Layout 9",
                "a paragraph has 16 px, from 120 characters on",
                mail =>
                    mail.VisibleTexts.Select(Mail.Block)
                        .Distinct()
                        .Where(e => e.TextContent.Trim().Length > 120 && !IsAtTheEnd(e, mail))
                        .Where(e => !(Mail.Pixels(Mail.Inherited(e, "font-size")) >= 16))
                        .Select(Mail.Start),
                html =>
                    html.Replace(
                        "</h1>",
                        $"</h1><p style=\"font-size:14px;line-height:24px\">{new string('a', 121)}</p>"
                    )
            ),
            new(
                "H114",
                "Layout 11",
                "a pull quote is as wide as the column",
                mail =>
                    mail.Page.QuerySelectorAll("blockquote")
                        .Where(e => Mail.Css(e, "width") is not null)
                        .Select(Mail.Start),
                html => html.Replace("<blockquote style=\"", "<blockquote style=\"width:50%;")
            ),
            new(
                "H115",
                "Layout 14",
                "no merge tag, shortcode or place to fill is left in the text",
                mail =>
                    (mail.IsAboutMarkup ? [] : mail.VisibleTexts)
                        .Where(t => t.ParentElement!.Closest("code,pre") is null && Leftovers().IsMatch(t.Text))
                        .Select(Mail.Start),
                html => html.Replace("</h1>", " [/pullquote]</h1>")
            ),
        ];

    private static IEnumerable<IElement> Own(IElement table, string selector) =>
        table.QuerySelectorAll(selector).Where(e => e.Closest("table") == table);

    /// <summary>The width of the column without its padding, by the middle width of a letter.</summary>
    private static double CharactersALine(IText text)
    {
        var size = Mail.Pixels(Mail.Inherited(text.ParentElement, "font-size")) ?? 0;
        return size == 0 ? 0 : 544 / (size * 0.47);
    }

    // The lines that end every mail are no running text.
    private static bool IsAtTheEnd(IElement block, Mail mail) =>
        mail.VisibleTexts[^1].ParentElement?.Closest("table") is { } footer && block.Closest("table") == footer;

    [GeneratedRegex(@"(<br>\s*){3,}", RegexOptions.None, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex(
        @"\{\{|\{%|<%|%%\w+%%|\*\|\w+\|\*|%recipient|\[/?(pullquote|caption|gallery|embed|video|audio|playlist|quote|vc_\w+)\b[^\]]*\]|\{[01]\}",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Leftovers();
}
