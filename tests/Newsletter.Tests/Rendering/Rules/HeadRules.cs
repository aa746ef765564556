namespace Newsletter.Tests.Rendering.Rules;

internal static class HeadRules
{
    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H01",
                "Layout 2",
                "begins with the doctype of HTML 5",
                mail => When(!mail.Html.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase), "doctype"),
                html => html.Replace("<!DOCTYPE html>", "")
            ),
            new(
                "H02",
                "Layout 2",
                "the charset comes first and is UTF-8",
                mail =>
                    When(
                        mail.Page.Head!.FirstElementChild?.GetAttribute("charset")?.ToUpperInvariant() != "UTF-8",
                        "charset"
                    ),
                html => html.Replace("<meta charset=\"utf-8\">", "")
            ),
            new(
                "H03",
                "Layout 2",
                "a viewport that can be zoomed",
                mail =>
                    When(
                        Meta(mail, "viewport") is not { } view
                            || view.Contains("user-scalable")
                            || view.Contains("maximum-scale"),
                        "viewport"
                    ),
                html => html.Replace("initial-scale=1", "initial-scale=1,user-scalable=no")
            ),
            new(
                "H04",
                "Layout 2",
                "Apple does not reformat",
                mail =>
                    When(mail.Page.QuerySelector("meta[name=x-apple-disable-message-reformatting]") is null, "meta"),
                html => html.Replace("x-apple-disable", "x")
            ),
            new(
                "H05",
                "Layout 2",
                "numbers do not become links",
                mail => When(Meta(mail, "format-detection")?.Contains("telephone=no") != true, "meta"),
                html => html.Replace("telephone=no", "")
            ),
            new(
                "H06",
                "Layout 2",
                "both colour schemes are announced",
                mail =>
                    When(
                        Meta(mail, "color-scheme") != "light dark"
                            || Meta(mail, "supported-color-schemes") != "light dark",
                        "meta"
                    ),
                html =>
                    html.Replace(
                        "supported-color-schemes\" content=\"light dark",
                        "supported-color-schemes\" content=\"light"
                    )
            ),
            new(
                "H07",
                "Layout 2",
                "Outlook counts 96 pixels an inch",
                mail => When(!mail.Html.Contains("<o:PixelsPerInch>96</o:PixelsPerInch>"), "PixelsPerInch"),
                html => html.Replace("<o:PixelsPerInch>96", "<o:PixelsPerInch>72")
            ),
            new(
                "H08",
                "Layout 2",
                "there is one title, not empty",
                mail => When(mail.Page.QuerySelectorAll("title") is not [{ TextContent.Length: > 0 }], "title"),
                html => html.Replace("<title>", "<title></title><title>")
            ),
            new(
                "H09",
                "Layout 2",
                "the page says its language and direction",
                mail =>
                    When(
                        string.IsNullOrEmpty(mail.Page.DocumentElement.GetAttribute("lang"))
                            || mail.Page.DocumentElement.GetAttribute("dir") is not ("ltr" or "rtl"),
                        "html"
                    ),
                html => html.Replace("<html lang=\"fr\"", "<html")
            ),
            new(
                "H10",
                "Layout 2",
                "an article with a language, called an email",
                mail =>
                    When(
                        mail.Page.QuerySelector("div[role=article][aria-roledescription=email][lang][dir]") is null,
                        "wrapper"
                    ),
                html => html.Replace("role=\"article\"", "")
            ),
            new(
                "H11",
                "Layout 2",
                "all visible text is in it",
                mail =>
                    mail.VisibleTexts.Where(text => text.ParentElement!.Closest("[role=article]") is null)
                        .Select(Mail.Start),
                html => html.Replace("</body>", "<p>outside</p></body>")
            ),
            new(
                "H12",
                "Layout 3",
                "it comes first, hidden, with 20 characters",
                mail =>
                    When(
                        mail.Page.Body!.FirstElementChild is not { } first
                            || !Mail.IsHidden(first)
                            || first.TextContent.Trim().Length < 20,
                        "preheader"
                    ),
                html =>
                    html.Replace("<div role=", "<div style=\"display:none\"></div><div role=")
                        .Replace("<body ", "<body><p>first</p><i ")
            ),
            new(
                "H13",
                "Layout 3",
                "filler follows it",
                mail =>
                    When(
                        mail.Page.Body!.FirstElementChild?.NextElementSibling is not { } next
                            || !Mail.IsHidden(next)
                            || next.TextContent.Count(c => c == '\u034F') < 40,
                        "filler"
                    ),
                html => html.Replace("&#847;", "")
            ),
        ];

    private static string? Meta(Mail mail, string name) =>
        mail.Page.QuerySelector($"meta[name={name}]")?.GetAttribute("content");

    public static IEnumerable<string> When(bool broken, string what) => broken ? [what] : [];
}
