using System.Text.RegularExpressions;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>What a client sees that keeps only what stands on the elements themselves.</summary>
internal static partial class InlineStyleRules
{
    private const int NarrowestPhone = 320;

    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H85",
                "Layout 4",
                "each declaration has a name and a value, and stands once",
                mail =>
                    mail.All.Where(e =>
                            Mail.Declared(e).Any(d => d.Value.Length == 0)
                            || Mail.Declared(e).GroupBy(d => d.Name).Any(g => g.Count() > 1)
                        )
                        .Select(Mail.Start),
                html => html.Replace("class=\"title\" style=\"", "style=\"margin:0 0 2px;")
            ),
            new(
                "H86",
                "Layout 4",
                "nothing inline is important, and in a style only what polishes",
                mail =>
                    mail.All.Where(e => e.GetAttribute("style")?.Contains("!important") == true)
                        .Select(Mail.Start)
                        .Concat(
                            mail.Styles.Select(style => Media().Replace(style, ""))
                                .Where(style => style.Contains("!important") && !style.Contains("[data-ogs"))
                        ),
                html => html.Replace("</style>", "a{color:#000000!important}</style>")
            ),
            new(
                "H87",
                "Layout 4",
                "no element relies on a class alone",
                mail => mail.All.Where(e => e.HasAttribute("class") && Mail.Declared(e).Count == 0).Select(Mail.Start),
                html => html.Replace("<h1 ", "<p class=\"ink\">x</p><h1 ")
            ),
            new(
                "H88",
                "Layout 4",
                "each class is one that the styles know",
                mail =>
                    mail.All.SelectMany(e => e.ClassList)
                        .Distinct()
                        .Where(name => !mail.Styles.Any(style => style.Contains($".{name}"))),
                html => html.Replace("class=\"title\"", "class=\"headline\"")
            ),
            new(
                "H89",
                "Layout 4",
                "lengths are pixels or parts of a hundred",
                mail =>
                    mail.All.SelectMany(Mail.Declared)
                        .Where(d => !d.Name.StartsWith("mso-", StringComparison.Ordinal) && Units().IsMatch(d.Value))
                        .Select(d => $"{d.Name}:{d.Value}"),
                html => html.Replace("font-size:30px", "font-size:2em")
            ),
            new(
                "H90",
                "Layout 4",
                "a cell's, a table's and the page's ground stand as bgcolor too",
                mail =>
                    mail.Page.QuerySelectorAll("body,table,tr,td,th")
                        .Where(e => Mail.Css(e, "background-color") != e.GetAttribute("bgcolor"))
                        .Select(Mail.Start),
                html => html.Replace("<td bgcolor=\"#ffffff\"", "<td")
            ),
            new(
                "H91",
                "Layout 4",
                "no shorthand for fonts or grounds, no picture behind text",
                mail =>
                    mail.All.Where(e =>
                            Mail.Declared(e).Any(d => d.Name is "font" or "background" or "background-image" or "all")
                            || e.HasAttribute("background")
                        )
                        .Select(Mail.Start)
                        .Concat(mail.Styles.Where(style => style.Contains("url("))),
                html => html.Replace("class=\"title\" style=\"", "style=\"background:#ffffff;")
            ),
            new(
                "H92",
                "Layout 4",
                "no font or style comes from elsewhere",
                mail =>
                    mail.Styles.Where(style => style.Contains("@import") || style.Contains("@font-face"))
                        .Concat(mail.Page.QuerySelectorAll("link").Select(Mail.Start)),
                html => html.Replace("<style>\n:root", "<style>@import url(https://e.org/f.css);:root")
            ),
            new(
                "H93",
                "Layout 5",
                "each style closes what it opens, and holds no comment",
                mail =>
                    mail.Styles.Where(style =>
                        style.Count(c => c == '{') != style.Count(c => c == '}')
                        || style.Contains("/*")
                        || style.Contains('<')
                    ),
                html => html.Replace("</style>", "a{color:#000000 /* } */</style>")
            ),
            new(
                "H94",
                "Layout 1",
                "a media query only polishes: a wide screen, or the dark",
                mail =>
                    mail.Styles.SelectMany(style => Queries().Matches(style).Select(m => m.Groups[1].Value.Trim()))
                        .Where(query => !Polishing().IsMatch(query)),
                html => html.Replace("@media (min-width:600px)", "@media (max-width:600px)")
            ),
            new(
                "H95",
                "Layout 4",
                "colours of lines and attributes have six digits too",
                mail =>
                    mail.All.SelectMany(Mail.Declared)
                        .Where(d => d.Name.StartsWith("border", StringComparison.Ordinal) && d.Value != "0")
                        .Where(d => d.Name is not ("border-radius" or "border-collapse"))
                        .Select(d => d.Value.Split(' ')[^1])
                        .Concat(mail.All.Select(e => e.GetAttribute("color")).OfType<string>())
                        .Concat(mail.Styles.SelectMany(style => Hash().Matches(style).Select(m => m.Value)))
                        .Where(colour => !SixDigits().IsMatch(colour)),
                html => html.Replace("#1a5276", "#15a")
            ),
            new(
                "H96",
                "Layout 4",
                "each run has its ink and its ground inline",
                mail =>
                    mail.VisibleTexts.Where(t =>
                            Mail.Inherited(t.ParentElement, "color") is null
                            || Mail.Inherited(t.ParentElement, "background-color") is null
                        )
                        .Select(Mail.Start),
                html => html.Replace("</body>", "<p>bare</p></body>")
            ),
            new(
                "H97",
                "Layout 4",
                "a width is an integer or parts of a hundred, in both places",
                mail =>
                    mail.Outlook.QuerySelectorAll("table,td,th,img,hr")
                        .Where(e =>
                            (e.GetAttribute("width") is { } width && !Width().IsMatch(width))
                            || (
                                e.LocalName != "img"
                                && Mail.Css(e, "width") is { } css
                                && css.Replace("px", "") != e.GetAttribute("width")
                            )
                        )
                        .Select(Mail.Start),
                html => html.Replace("width=\"100%\" style", "style")
            ),
            new(
                "H98",
                "Layout 10",
                "nothing is wider than a phone by itself",
                mail =>
                    mail.All.Where(e =>
                            Mail.Declared(e)
                                .Any(d => d.Name is "width" or "min-width" && Mail.Pixels(d.Value) > NarrowestPhone)
                            || Mail.Declared(e).Any(d => d.Name == "white-space" && d.Value is "nowrap" or "pre")
                            || (
                                e.LocalName != "img"
                                && int.TryParse(e.GetAttribute("width"), out var width)
                                && width > NarrowestPhone
                            )
                        )
                        .Select(Mail.Start),
                html => html.Replace("class=\"title\" style=\"", "style=\"width:500px;")
            ),
        ];

    [GeneratedRegex(@"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Media();

    [GeneratedRegex(@"@([^{;]*)[{;]", RegexOptions.None, 1000)]
    private static partial Regex Queries();

    [GeneratedRegex(@"^media ?\((min-width:\d+px|prefers-color-scheme:dark)\)$", RegexOptions.None, 1000)]
    private static partial Regex Polishing();

    [GeneratedRegex(@"\d(em|rem|ex|ch|vw|vh|pt|cm|mm|in)\b", RegexOptions.None, 1000)]
    private static partial Regex Units();

    [GeneratedRegex("#[0-9a-fA-F]+", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"^\d+%?$", RegexOptions.None, 1000)]
    private static partial Regex Width();
}
