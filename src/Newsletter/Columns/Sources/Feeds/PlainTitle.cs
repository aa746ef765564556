using System.Text.RegularExpressions;
using Newsletter.Addresses;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>A title as a line of plain text, whether the source wrote it as text or as HTML.</summary>
internal static partial class PlainTitle
{
    public static string Of(string? written, bool isHtml = true)
    {
        if (string.IsNullOrWhiteSpace(written))
            return "";
        var text = isHtml ? HtmlEntities.Decode(Marks().Replace(Breaks().Replace(written, " "), "")) : written;
        return OneLine.Cleaned(Blanks().Replace(CleanText.Of(text), " ")).Trim();
    }

    [GeneratedRegex(
        @"<(?:br|/?p|/?div|hr|/?h[1-6])\b[^<>]{0,500}>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Breaks();

    // Marks of HTML only: "The <video> element" is a title of its own.
    [GeneratedRegex(
        @"</?(?:a|abbr|b|big|bdi|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]{0,500})?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Marks();

    // The blanks of typography stay: they were put there with care.
    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
