using System.Text.RegularExpressions;

namespace Newsletter.Review;

/// <summary>How a mail program may show a mail, on the very bytes that are sent.</summary>
/// <param name="Dark">As where the reader prefers a dark screen.</param>
/// <param name="WithoutPictures">As where pictures are not loaded.</param>
/// <param name="WithoutStyles">As where the program drops style sheets, and only inline styles count.</param>
internal sealed partial record MailView(bool Dark, bool WithoutPictures, bool WithoutStyles)
{
    public string Of(string html)
    {
        if (Dark)
            html = DarkQuery().Replace(html, "@media all");
        if (WithoutStyles)
            html = StyleSheet().Replace(html, "");
        // An address that loads nothing shows the alternative text, as a picture that was not loaded does.
        return WithoutPictures ? PictureSource().Replace(html, "${before} src=\"data:,\"") : html;
    }

    [GeneratedRegex(@"@media\s*\(prefers-color-scheme:\s*dark\)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DarkQuery();

    [GeneratedRegex(@"<style\b[^>]*>.*?</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex StyleSheet();

    [GeneratedRegex(@"(?<before><img\b[^>]*?)\ssrc=""[^""]*""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PictureSource();
}
