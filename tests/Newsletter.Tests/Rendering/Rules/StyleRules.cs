using System.Text.RegularExpressions;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

internal static partial class StyleRules
{
    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H28",
                "Layout 4",
                "no style that clients do not know",
                mail => mail.All.Where(e => Unknown().IsMatch(e.GetAttribute("style") ?? "")).Select(Mail.Start),
                html => html.Replace(" class=\"title\" style=\"", " style=\"display:flex;")
            ),
            new(
                "H29",
                "Layout 4",
                "colours have six digits",
                mail =>
                    mail.All.SelectMany(e =>
                            Colours().Matches(e.GetAttribute("style") ?? "").Select(m => m.Groups[1].Value)
                        )
                        .Concat(mail.All.Select(e => e.GetAttribute("bgcolor")).OfType<string>())
                        .Where(c => !SixDigits().IsMatch(c)),
                html => html.Replace(" class=\"title\" style=\"", " style=\"color:red;")
            ),
            new(
                "H30",
                "Layout 4",
                "pixel widths stand as attributes too",
                mail =>
                    mail.Outlook.QuerySelectorAll("img,table,td,th")
                        .Where(e => Mail.Pixels(Mail.Css(e, "width")) is { } w && e.GetAttribute("width") != $"{w}")
                        .Select(Mail.Start),
                html => html.Replace("<td class=\"pad\" style=\"", "<td style=\"width:100px;")
            ),
            new(
                "H31",
                "Layout 5",
                "each style block is under 8,192 characters, all under 16,384",
                mail =>
                    When(mail.Styles.Any(s => s.Length >= 8192) || mail.Styles.Sum(s => s.Length) >= 16384, "style"),
                html => html.Replace("</style>", new string(' ', 9000) + "</style>")
            ),
            new(
                "H32",
                "Layout 5",
                "no @ rule within an @ rule",
                mail => mail.Styles.Where(style => NestedAt().IsMatch(style)),
                html => html.Replace("@media (min-width:600px){", "@media (min-width:600px){@media print{a{color:red}}")
            ),
            new(
                "H33",
                "Layout 5",
                "one block asks for the dark scheme",
                mail => When(mail.Styles.Count(s => s.Contains("prefers-color-scheme:dark")) != 1, "dark"),
                html => html.Replace("prefers-color-scheme:dark", "print")
            ),
            new(
                "H34",
                "Layout 5",
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
                "H35",
                "Layout 13",
                "Gmail does not clip it",
                mail => When(mail.Bytes >= 102_400, $"{mail.Bytes} bytes"),
                html => html + new string(' ', 102_400)
            ),
            new(
                "H36",
                "Layout 13",
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
