using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>Listings between fences or in [code]: held first, so that nothing in them is read as anything else.</summary>
internal static partial class CodeFences
{
    public static string Hold(string text, Held held)
    {
        return Shortcode().Replace(Fence().Replace(text, Listing), Listing);

        string Listing(Match match)
        {
            var code = match.Groups["code"].Value.Trim('\n');
            var language = match.Groups["language"].Value;
            if (
                match.Groups["name"].Success
                && !code.Contains('\n', StringComparison.Ordinal)
                && IsWithinLine(text, match)
            )
                return held.Hold(new Inline.Code(code));
            return $"\n\n{held.Hold(new Block.CodeListing(code, language.Length > 0 ? language : null))}\n\n";
        }
    }

    private static bool IsWithinLine(string text, Match match) =>
        match.Index > 0 && match.Index <= text.Length && text[match.Index - 1] is not '\n';

    [GeneratedRegex(
        @"^(?<fence>```+|~~~+)[ \t]*(?<language>[\w+#.-]*)[^\n`]*\n(?<code>(?:[^\n]*\n)*?)\k<fence>[ \t]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"(?<!\[)\[(?<name>code|sourcecode)(?:\s+(?:lang|language)\s*=\s*\W{0,3}(?<language>[\w+#.-]+)[^\]\n]{0,200}|\s[^\]\n]{0,400})?\](?<code>.*?)\[/\k<name>\]",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Shortcode();
}
