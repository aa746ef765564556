using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Newsletter.Publications;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

internal static partial class ContentRules
{
    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H37",
                "Layout 9",
                "there is one h1",
                mail => When(mail.Page.QuerySelectorAll("h1").Length != 1, "h1"),
                html => html.Replace("</h1>", "</h1><h1>again</h1>")
            ),
            new(
                "H38",
                "Layout 9",
                "no heading is skipped",
                mail =>
                    Levels(mail)
                        .Zip(Levels(mail).Skip(1))
                        .Where(p => p.Second > p.First + 1)
                        .Select(p => $"h{p.First} to h{p.Second}"),
                html => html.Replace("</h1>", "</h1><h4>deep</h4>")
            ),
            new(
                "H39",
                "Layout 9",
                "no heading is empty",
                mail =>
                    mail.Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6")
                        // Of a logo a reader sees or hears the words.
                        .Where(h =>
                            string.IsNullOrWhiteSpace(h.TextContent + h.QuerySelector("img")?.GetAttribute("alt"))
                        )
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><h2> </h2>")
            ),
            new(
                "H40",
                "Layout 9",
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
                "H41",
                "Layout 4",
                "each run has a font with a generic family",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Inherited(Mail.Block(t), "font-family")?.Split(',')[^1].Trim()
                                is not ("serif" or "sans-serif" or "monospace")
                        )
                        .Select(Mail.Start),
                html => html.Replace("font-family:Georgia,serif", "font-family:Georgia")
            ),
            new(
                "H42",
                "Layout 4",
                "font and size stand on the block itself",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Css(Mail.Block(t), "font-family") is null
                            || Mail.Css(Mail.Block(t), "font-size") is null
                        )
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p>bare</p>")
            ),
            new(
                "H43",
                "Layout 9",
                "nothing is under 12 px",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Pixels(Mail.Inherited(t.ParentElement, "font-size")) is null or < 12
                        )
                        .Select(Mail.Start),
                html => html.Replace("font-size:14px", "font-size:11px")
            ),
            new(
                "H44",
                "Layout 9",
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
                "H45",
                "Layout 9",
                "lines are 1.35 apart at least",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            !(
                                Mail.LineHeight(t.ParentElement)
                                >= 1.35 * Mail.Pixels(Mail.Inherited(t.ParentElement, "font-size"))
                            )
                        )
                        .Select(Mail.Start),
                html => html.Replace("line-height:1.65", "line-height:1.2")
            ),
            new(
                "H46",
                "Layout 9",
                "contrast is 4.5:1",
                mail => mail.VisibleTexts.Where(t => Contrast(t) < 4.5).Select(Mail.Start),
                html => html.Replace("color:#595959", "color:#aaaaaa")
            ),
            new(
                "H47",
                "Layout 5",
                "contrast stays 3:1 when colours are inverted",
                mail => mail.VisibleTexts.Where(t => Contrast(t, Inverted) < 3).Select(Mail.Start),
                html => html.Replace("color:#222222", "color:#dddddd")
            ),
            new(
                "H48",
                "Layout 10",
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
                "H49",
                "Layout 14",
                "no mark is left",
                mail => When(mail.Html.Contains('\uE000') || mail.Html.Contains('\uE001'), "mark"),
                html => html.Replace("<h1 ", "\uE000name\uE001<h1 ")
            ),
            new(
                "H50",
                "Layout 14",
                "no merge tag or shortcode of the template",
                mail =>
                    (mail.IsAboutMarkup ? [] : mail.All)
                        .SelectMany(e => e.Attributes)
                        .Where(a => a.Value.Contains("{{"))
                        .Select(a => a.Value),
                html => html.Replace("<h1 ", "<h1 title=\"{{ x }}\" ")
            ),
            new(
                "H51",
                "Layout 14",
                "no character that breaks a client",
                mail =>
                    When(mail.Html.Any(c => char.IsControl(c) && c != '\n') || mail.Html.Contains('\uFFFE'), "control"),
                html => html.Replace("</h1>", "\u0007</h1>")
            ),
            new(
                "H52",
                "Layout 15",
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
                "H53",
                "Layout 6",
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

    public static double Contrast(IText text, Func<Colour, Colour>? seen = null)
    {
        seen ??= colour => colour;
        var ink = Colour.Parse(Mail.Inherited(text.ParentElement, "color")!, "ink");
        var ground = Colour.Parse(Mail.Inherited(text.ParentElement, "background-color")!, "ground");
        return seen(ink).ContrastWith(seen(ground));
    }

    private static Colour Inverted(Colour colour) =>
        new((byte)(255 - colour.Red), (byte)(255 - colour.Green), (byte)(255 - colour.Blue));

    [GeneratedRegex(
        @"[ \u00A0][;!?](?!\w)| [:»](?!\w)|\u202F:|« |«[^\u00A0]|[^\u00A0]»|\p{L}[;!?](?=\s|$)|\p{L}:(?=\s)|\p{L}'\p{L}|""|\.\.\.",
        RegexOptions.None,
        1000
    )]
    private static partial Regex WrongFrench();

    public static bool IsWrongFrench(string text) => WrongFrench().IsMatch(text);
}
