using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Newsletter.Rendering.Html;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

internal static partial class ContentRules
{
    private static readonly string[] s_emptyWords = ["click here", "here", "cliquez ici", "ici", "link", "lien"];

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "text",
                "there is one h1",
                mail => When(mail.Page.QuerySelectorAll("h1").Length != 1, "h1"),
                html => html.Replace("</h1>", "</h1><h1>again</h1>")
            ),
            new(
                "text",
                "no heading is skipped",
                mail =>
                    Levels(mail)
                        .Zip(Levels(mail).Skip(1))
                        .Where(p => p.Second > p.First + 1)
                        .Select(p => $"h{p.First} to h{p.Second}"),
                html => html.Replace("</h1>", "</h1><h4>deep</h4>")
            ),
            new(
                "text",
                "no heading is empty",
                mail =>
                    mail.Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6")
                        .Where(h => string.IsNullOrWhiteSpace(h.TextContent))
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><h2> </h2>")
            ),
            new(
                "text",
                "text stands in p, h, li, blockquote, or a cell of data",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            t.ParentElement!.Closest(
                                "p,h1,h2,h3,h4,h5,h6,li,blockquote,pre,table:not([role]) td,table:not([role]) th"
                            )
                                is null
                        )
                        .Select(Mail.Start),
                html => html.Replace("<h1 ", "loose words<h1 ")
            ),
            new(
                "text",
                "each run has a font with a generic family",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Inherited(Block(t), "font-family")?.Split(',')[^1].Trim()
                                is not ("serif" or "sans-serif" or "monospace")
                        )
                        .Select(Mail.Start),
                html => html.Replace("font-family:Georgia,serif", "font-family:Georgia")
            ),
            new(
                "text",
                "font and size stand on the block itself",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Css(Block(t), "font-family") is null || Mail.Css(Block(t), "font-size") is null
                        )
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p>bare</p>")
            ),
            new(
                "text",
                "nothing is under 12 px",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Pixels(Mail.Inherited(t.ParentElement, "font-size")) is null or < 12
                        )
                        .Select(Mail.Start),
                html => html.Replace("font-size:14px", "font-size:11px")
            ),
            new(
                "text",
                "running text is 16 px at least",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            t.Text.Length > 200
                            && Mail.Pixels(Mail.Inherited(t.ParentElement, "font-size")) is null or < 16
                            && t.Text.Length > 200
                        )
                        .Select(Mail.Start),
                html => html.Replace("font-size:17px", "font-size:15px")
            ),
            new(
                "text",
                "lines are 1.35 apart at least",
                mail => mail.VisibleTexts.Where(t => !(LineHeight(t) >= 1.35)).Select(Mail.Start),
                html => html.Replace("line-height:1.65", "line-height:1.2")
            ),
            new(
                "text",
                "contrast is 4.5:1",
                mail => mail.VisibleTexts.Where(t => Contrast(t) < 4.5).Select(Mail.Start),
                html => html.Replace("color:#595959", "color:#aaaaaa")
            ),
            new(
                "text",
                "contrast stays 3:1 when colours are inverted",
                mail => mail.VisibleTexts.Where(t => Contrast(t, Inverted) < 3).Select(Mail.Start),
                html => html.Replace("color:#222222", "color:#dddddd")
            ),
            new(
                "text",
                "long words can break",
                mail =>
                    When(
                        mail.Page.QuerySelector("[role=article]") is not { } w
                            || Mail.Css(w, "word-break") != "break-word",
                        "word-break"
                    ),
                html => html.Replace("word-break:break-word;", "")
            ),
            new(
                "images",
                "each has words, or an empty alt",
                mail => Images(mail).Where(i => i.GetAttribute("alt") is null).Select(Mail.Start),
                html => Picture(html, "src=\"https://e.org/a.png\" width=\"10\" style=\"display:block;border:0\"")
            ),
            new(
                "images",
                "no alt is a file name",
                mail => Images(mail).Where(i => FileName().IsMatch(i.GetAttribute("alt") ?? "")).Select(Mail.Start),
                html => Picture(html, "alt=\"a.png\"")
            ),
            new(
                "images",
                "the width is an integer, 700 at most",
                mail =>
                    Images(mail)
                        .Where(i => !int.TryParse(i.GetAttribute("width"), out var w) || w is < 1 or > 700)
                        .Select(Mail.Start),
                html => Picture(html, "width=\"900\"")
            ),
            new(
                "images",
                "the height is an integer where it is given",
                mail =>
                    Images(mail)
                        .Where(i => i.HasAttribute("height") && !int.TryParse(i.GetAttribute("height"), out _))
                        .Select(Mail.Start),
                html => Picture(html, "height=\"auto\"")
            ),
            new(
                "images",
                "a block without a border",
                mail =>
                    Images(mail)
                        .Where(i => Mail.Css(i, "display") != "block" || Mail.Css(i, "border") != "0")
                        .Select(Mail.Start),
                html => Picture(html, "alt=\"x\"")
            ),
            new(
                "images",
                "absolute https, in a format that is read",
                mail =>
                    Images(mail)
                        .Where(i =>
                            !(i.GetAttribute("src") ?? "").StartsWith("https://", StringComparison.Ordinal)
                            || Regex.IsMatch(i.GetAttribute("src")!, @"\.(svg|webp|avif)")
                        )
                        .Select(Mail.Start),
                html => Picture(html, "src=\"data:image/png;base64,AA\"")
            ),
            new(
                "links",
                "each has its colour",
                mail => Links(mail).Where(a => Mail.Css(a, "color") is null).Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"https://e.org\">words</a></p>")
            ),
            new(
                "links",
                "each leads somewhere absolute",
                mail => Links(mail).Where(a => !Address().IsMatch(a.GetAttribute("href") ?? "")).Select(Mail.Start),
                html => html.Replace("href=\"https", "href=\"/https")
            ),
            new(
                "links",
                "no link runs a script",
                mail => Links(mail).Where(a => (a.GetAttribute("href") ?? "").Contains("script:")).Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"javascript:x\">words</a></p>")
            ),
            new(
                "links",
                "each has words that say something",
                mail =>
                    Links(mail)
                        .Where(a =>
                            a.TextContent.Trim() is not { Length: > 0 } words
                            || s_emptyWords.Contains(words.ToLowerInvariant())
                        )
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"https://e.org\">cliquez ici</a></p>")
            ),
            new(
                "links",
                "no link holds a link",
                mail =>
                    Links(mail)
                        .Where(a => a.QuerySelector("a") is not null)
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
                "buttons",
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
                "footer",
                "the reader can leave",
                mail => When(Links(mail).All(a => a.GetAttribute("href") != RuleTests.Unsubscribe), "unsubscribe"),
                html => html.Replace(RuleTests.Unsubscribe, "https://e.org/")
            ),
            new(
                "footer",
                "the reader can look at it in a browser",
                mail => When(Links(mail).All(a => a.GetAttribute("href") != "https://lettre.example.org/i/12"), "view"),
                html => html.Replace("https://lettre.example.org/i/12", "https://e.org/")
            ),
            new(
                "footer",
                "it says who sends it and where they are",
                mail =>
                    When(
                        !mail.VisibleText.Contains("Association des marées")
                            || !mail.VisibleText.Contains("29200 Brest"),
                        "sender"
                    ),
                html => html.Replace("29200", "")
            ),
            new(
                "marks",
                "no mark is left",
                mail => When(mail.Html.Contains('\uE000') || mail.Html.Contains('\uE001'), "mark"),
                html => html.Replace("<h1 ", "\uE000name\uE001<h1 ")
            ),
            new(
                "marks",
                "no merge tag or shortcode of the template",
                mail => mail.All.SelectMany(e => e.Attributes).Where(a => a.Value.Contains("{{")).Select(a => a.Value),
                html => html.Replace("<h1 ", "<h1 title=\"{{ x }}\" ")
            ),
            new(
                "marks",
                "no character that breaks a client",
                mail =>
                    When(mail.Html.Any(c => char.IsControl(c) && c != '\n') || mail.Html.Contains('\uFFFE'), "control"),
                html => html.Replace("</h1>", "\u0007</h1>")
            ),
            new(
                "french",
                "high marks have their spaces",
                mail =>
                    mail.Language != "fr"
                        ? []
                        : mail
                            .VisibleTexts.Where(t =>
                                t.ParentElement!.Closest("code,pre") is null && WrongFrench().IsMatch(t.Text)
                            )
                            .Select(Mail.Start),
                html => html.Replace("</h1>", " vraiment ?</h1>")
            ),
            new(
                "tables",
                "a table of data has headers with a scope",
                mail =>
                    mail.Page.QuerySelectorAll("table:not([role])")
                        .Where(t => t.QuerySelector("th[scope]") is null)
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><table><tr><td>1</td></tr></table>")
            ),
        ];

    private static IEnumerable<int> Levels(Mail mail) =>
        mail.Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0');

    private static IEnumerable<IElement> Images(Mail mail) => mail.Page.QuerySelectorAll("img");

    private static IEnumerable<IElement> Links(Mail mail) => mail.Page.QuerySelectorAll("a");

    private static string Picture(string html, string attributes) => html.Replace("</h1>", $"</h1><img {attributes}>");

    private static IElement Block(IText text) =>
        text.ParentElement!.Closest("p,h1,h2,h3,h4,h5,h6,li,td,th,pre,blockquote") ?? text.ParentElement!;

    private static double LineHeight(IText text)
    {
        var value = Mail.Inherited(text.ParentElement, "line-height");
        return Mail.Pixels(value) is { } pixels
            ? pixels / Mail.Pixels(Mail.Inherited(text.ParentElement, "font-size"))!.Value
            : double.Parse(value ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double Contrast(IText text, Func<Colour, Colour>? seen = null)
    {
        seen ??= colour => colour;
        var ink = Colour.Parse(Mail.Inherited(text.ParentElement, "color")!, "ink");
        var ground = Colour.Parse(Mail.Inherited(text.ParentElement, "background-color")!, "ground");
        return seen(ink).ContrastWith(seen(ground));
    }

    private static Colour Inverted(Colour colour) =>
        new((byte)(255 - colour.Red), (byte)(255 - colour.Green), (byte)(255 - colour.Blue));

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp|svg)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(https?://[^/]|mailto:|tel:)", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"[ \u00A0][;!?](?!\w)| [:»](?!\w)|\u202F:|« |«[^\u00A0]|[^\u00A0]»|\p{L}[;!?](?=\s|$)|\p{L}:(?=\s)|\p{L}'\p{L}|""|\.\.\.",
        RegexOptions.None,
        1000
    )]
    private static partial Regex WrongFrench();
}
