using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>
/// Keeps lines from opening quotation in quotation without end: Markdown's parser refuses the whole text at 128, and
/// no reader sees more than a few.
/// </summary>
internal static partial class NestingLimit
{
    private const int Deepest = 20;

    public static string Apply(string text, Leftovers leftovers) =>
        TooDeep()
            .Replace(
                text,
                match =>
                {
                    leftovers.Drop(
                        match.Groups["rest"].Value,
                        $"Quotations and lists nest at most {Deepest} deep; the words were kept."
                    );
                    return match.Groups["kept"].Value;
                }
            );

    [GeneratedRegex(
        @"^(?<kept>(?:[ \t]{0,3}(?:>|[-*+](?=[ \t]))[ \t]?){20})(?<rest>(?:[ \t]{0,3}(?:>|[-*+](?=[ \t]))[ \t]?)+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex TooDeep();
}
