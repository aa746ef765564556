using AngleSharp.Dom;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>What pictures are for, and what they leave behind where nobody sees them.</summary>
internal static class PictureRules
{
    public static IEnumerable<Rule<Mail>> All =>
        [
            new(
                "H126",
                "Consent",
                "no picture is there to be counted",
                mail =>
                    mail.Images.Where(i =>
                            (int.TryParse(i.GetAttribute("width"), out var w) && w < 8)
                            || (int.TryParse(i.GetAttribute("height"), out var h) && h < 2)
                            || Mail.IsHidden(i)
                        )
                        .Select(Mail.Start),
                html => Picture(html, "alt=\"\" width=\"1\" height=\"1\"")
            ),
            new(
                "H127",
                "Layout 7",
                "an alt that is there says something, and not what the caption says",
                mail =>
                    mail.Images.Where(i =>
                            i.GetAttribute("alt") is { Length: > 0 } alt
                            && (alt.Trim().Length == 0 || alt.Trim() == Caption(i))
                        )
                        .Select(Mail.Start),
                html => Picture(html, "alt=\"  \"")
            ),
            new(
                "H128",
                "Layout 7",
                "a picture shrinks with the screen",
                mail =>
                    mail.Images.Where(i =>
                            Mail.Css(i, "height") != "auto" || Mail.Css(i, "max-width") is null && Width(i) > 280
                        )
                        .Select(Mail.Start),
                html => Picture(html, "alt=\"\" width=\"500\" style=\"display:block;border:0\"")
            ),
            new(
                "H129",
                "Layout 7",
                "a picture has one source, and its words can be read where it is not shown",
                mail =>
                    mail.Images.Where(i =>
                            i.HasAttribute("srcset")
                            || i.HasAttribute("usemap")
                            || i.HasAttribute("loading")
                            || i.GetAttribute("alt") != ""
                                && (
                                    Mail.Css(i, "font-family") is null
                                    || !(Mail.Pixels(Mail.Css(i, "font-size")) >= 14)
                                    || Mail.Css(i, "color") is null
                                )
                        )
                        .Select(Mail.Start),
                html => Picture(html, "alt=\"x\" srcset=\"https://e.org/2x.png 2x\"")
            ),
            new(
                "H130",
                "Layout 12",
                "a link that is a picture has the picture's words",
                mail =>
                    mail.Links.Where(a =>
                            a.QuerySelector("img") is { } i
                            && string.IsNullOrWhiteSpace(a.TextContent + i.GetAttribute("alt"))
                        )
                        .Select(Mail.Start),
                html => html.Replace("</h1>", "</h1><p><a href=\"https://e.org/\"><img alt=\"\"></a></p>")
            ),
        ];

    private static string? Caption(IElement image) =>
        image.NextElementSibling is { LocalName: "p" } next && next.ClassList.Contains("quiet")
            ? next.TextContent.Trim()
            : null;

    private static int Width(IElement image) => int.TryParse(image.GetAttribute("width"), out var width) ? width : 0;

    private static string Picture(string html, string attributes) => html.Replace("</h1>", $"</h1><img {attributes}>");
}
