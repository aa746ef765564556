using System.Text.RegularExpressions;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The page as a whole: what a parser says of it, its head, and the line before opening.</summary>
internal static partial class PageRules
{
    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H69",
                "Layout 6",
                "it is parsed without an error",
                mail => mail.ParseErrors,
                html => html.Replace("<h1 ", "<h1 lang=fr lang=fr ")
            ),
            new(
                "H70",
                "Layout 6",
                "each ampersand begins a known character",
                mail => Ampersands().Matches(mail.Html).Select(m => m.Value),
                html => html.Replace("</h1>", " R & D</h1>")
            ),
            new(
                "H71",
                "Layout 2",
                "the view is as wide as the device",
                mail =>
                    When(
                        mail.Page.QuerySelector("meta[name=viewport]")
                            ?.GetAttribute("content")
                            ?.Contains("width=device-width") != true,
                        "viewport"
                    ),
                html => html.Replace("width=device-width", "width=640")
            ),
            new(
                "H72",
                "Layout 2",
                "the title is the name of the article",
                mail => When(mail.Page.Title is not { Length: > 0 } title || Label(mail) != title, "title"),
                html => html.Replace("aria-label=\"", "aria-label=\"x")
            ),
            new(
                "H73",
                "Layout 2",
                "page and article say the same language and direction",
                mail =>
                    new[] { "lang", "dir" }.Where(name =>
                        mail.Page.QuerySelector("[role=article]")?.GetAttribute(name)
                        != mail.Page.DocumentElement.GetAttribute(name)
                    ),
                html => html.Replace("<html lang=\"fr\"", "<html lang=\"en\"")
            ),
            new(
                "H74",
                "Layout 2",
                "each language has the form of one, and each change of language its direction",
                mail =>
                    mail.Page.QuerySelectorAll("[lang]")
                        .Where(e => !Tag().IsMatch(e.GetAttribute("lang")!) || e.GetAttribute("dir") is null)
                        .Select(Mail.Start),
                html => html.Replace("<h1 ", "<h1 lang=\"french\" ")
            ),
            new(
                "H75",
                "Layout 2",
                "what Outlook names is declared",
                mail =>
                    When(mail.Html.Contains("<o:") && !mail.Html.Contains("xmlns:o=\"urn:"), "o:")
                        .Concat(When(mail.Html.Contains("<v:") && !mail.Html.Contains("xmlns:v=\"urn:"), "v:")),
                html => html.Replace("xmlns:o=", "data-o=")
            ),
            new(
                "H76",
                "Layout 4",
                "styles stand in the head",
                mail => mail.Page.Body!.QuerySelectorAll("style,meta,title").Select(Mail.Start),
                html => html.Replace("<h1 ", "<style>h1{color:#000000}</style><h1 ")
            ),
            new(
                "H77",
                "Layout 1",
                "the page has no margin of its own",
                mail =>
                    When(
                        Mail.Css(mail.Page.Body!, "margin") != "0" || Mail.Css(mail.Page.Body!, "padding") != "0",
                        "body"
                    ),
                html => html.Replace("style=\"margin:0;padding:0;", "style=\"")
            ),
            new(
                "H78",
                "Layout 1",
                "the column stands in the middle",
                mail =>
                    mail.Page.QuerySelectorAll("div")
                        .Where(e => Mail.Css(e, "max-width") == "640px" && Mail.Css(e, "margin") != "0 auto")
                        .Select(Mail.Start)
                        .Concat(
                            mail.Outlook.QuerySelectorAll("table[width='640']")
                                .Where(e => e.GetAttribute("align") != "center")
                                .Select(Mail.Start)
                        ),
                html => html.Replace("max-width:640px;margin:0 auto", "max-width:640px")
            ),
            new(
                "H79",
                "Layout 3",
                "the preheader fits into the preview",
                mail => When(Preheader(mail).Length > 150 || Preheader(mail).Contains('\n'), "preheader"),
                html => html.Replace("mso-hide:all\">", "mso-hide:all\">" + new string('x', 160))
            ),
            new(
                "H80",
                "Layout 3",
                "the preheader is no repetition of the subject",
                mail => When(Preheader(mail) == mail.Page.Title, "preheader"),
                html => PreheaderIsSubject().Replace(html, "<title>$1</title>$2$1</div>")
            ),
            new(
                "H81",
                "Layout 3",
                "preheader and filler are hidden from Outlook too",
                mail =>
                    mail.Page.Body!.Children.Where(e => Mail.IsHidden(e) && Mail.Css(e, "mso-hide") != "all")
                        .Select(Mail.Start),
                html => html.Replace(";mso-hide:all", "")
            ),
            new(
                "H82",
                "Layout 3",
                "the filler is long enough to keep the body out of the preview",
                mail => When(Preheader(mail).Length + Filler(mail).Length < 180, "filler"),
                html => html.Replace("&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;", "&#847;")
            ),
            new(
                "H83",
                "Layout 3",
                "the filler is read to nobody",
                mail =>
                    When(
                        mail.Page.Body!.FirstElementChild?.NextElementSibling?.GetAttribute("aria-hidden") != "true",
                        "filler"
                    ),
                html => html.Replace(" aria-hidden=\"true\"", "")
            ),
            new(
                "H84",
                "Layout 3",
                "nothing else is hidden",
                mail => mail.All.Where(Mail.IsHidden).Skip(2).Select(Mail.Start),
                html => html.Replace("<h1 ", "<p style=\"display:none\">offer offer offer</p><h1 ")
            ),
        ];

    private static string? Label(Mail mail) => mail.Page.QuerySelector("[role=article]")?.GetAttribute("aria-label");

    private static string Preheader(Mail mail) => mail.Page.Body!.FirstElementChild?.TextContent.Trim() ?? "";

    private static string Filler(Mail mail) =>
        mail.Page.Body!.FirstElementChild?.NextElementSibling?.TextContent.Trim() ?? "";

    [GeneratedRegex(@"&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[A-Za-z]{2,8};)", RegexOptions.None, 1000)]
    private static partial Regex Ampersands();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<title>(.*?)</title>(.*?mso-hide:all\">).*?</div>", RegexOptions.Singleline, 1000)]
    private static partial Regex PreheaderIsSubject();
}
