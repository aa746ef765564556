using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>Pull quotes written as shortcodes in Markdown become containers, unless they stand in a listing.</summary>
internal static partial class MarkdownShortcodes
{
    public static string ToContainers(string text) =>
        text.Contains('[', StringComparison.Ordinal)
            ? PullQuote()
                .Replace(
                    text,
                    match =>
                        match.Groups["code"].Success
                            ? match.Value
                            : $"\n\n:::: pullquote\n{match.Groups["words"].Value.Trim()}\n::::\n\n"
                )
            : text;

    [GeneratedRegex(
        @"(?<code>^(?<fence>```+|~~~+)[^\n]*\n(?:[^\n]*\n)*?\k<fence>|(?<!`)(?<tick>`+)(?!`)[^\n]*?(?<!`)\k<tick>(?!`)|\[\[pull[-_]?quote)|\[(?<name>pull[-_]?quote\w*)(?:\s[^\]]{0,300})?\](?<words>.*?)\[/\k<name>\]",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex PullQuote();
}
