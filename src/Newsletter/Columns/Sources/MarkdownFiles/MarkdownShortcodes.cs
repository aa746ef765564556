using System.Text.RegularExpressions;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>
/// Shortcodes in Markdown that hold blocks become containers, unless they stand in a listing: pull quotes, and what the
/// settings name. Those left out go with what stands in them. For the rest Markdown has signs of its own.
/// </summary>
internal sealed class MarkdownShortcodes
{
    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly ShortcodeNames names;
    private readonly Regex pattern;

    private MarkdownShortcodes(ShortcodeNames names)
    {
        this.names = names;
        var listing =
            @"(?<code>^(?<fence>```+|~~~+)[^\n]*\n(?:[^\n]*\n)*?\k<fence>|(?<!`)(?<tick>`+)(?!`)[^\n]*?(?<!`)\k<tick>(?!`)|\[\[pull[-_]?quote)";
        var paired = Either([@"pull[-_]?quote\w*", .. Own(IsPaired)]);
        var alone = Either([.. Own(IsDropped), "(?!)"]);
        pattern = new Regex(
            $@"{listing}|\[(?<name>{paired})(?:\s[^\]]{{0,300}})?\](?<words>.*?)\[/\k<name>\]|\[(?<alone>{alone})(?:\s[^\]]{{0,300}})?\](?![(\[:])",
            Options,
            Longest
        );
    }

    public static MarkdownShortcodes Of(ShortcodeNames names) => new(names);

    public string ToContainers(string text, Leftovers leftovers) =>
        text.Contains('[', StringComparison.Ordinal) ? pattern.Replace(text, match => Placed(match, leftovers)) : text;

    private string Placed(Match match, Leftovers leftovers)
    {
        if (match.Groups["code"].Success)
            return match.Value;
        var (name, words) = (
            match.Groups[match.Groups["alone"].Success ? "alone" : "name"].Value,
            match.Groups["words"].Value
        );
        switch (names.KindOf(name))
        {
            case ShortcodeKind.Dress:
                return words;
            case ShortcodeKind.Drop:
                leftovers.Drop(match.Value, ShortcodeMeaning.ToldToLeaveOut);
                return "";
            default:
                return $"\n\n:::: {(names.IsOwn(name) ? name : "pullquote")}\n{words.Trim()}\n::::\n\n";
        }
    }

    private static bool IsPaired(ShortcodeKind kind) =>
        kind
            is ShortcodeKind.PullQuote
                or ShortcodeKind.Quotation
                or ShortcodeKind.Box
                or ShortcodeKind.Dress
                or ShortcodeKind.Drop;

    private static bool IsDropped(ShortcodeKind kind) => kind is ShortcodeKind.Drop;

    private IEnumerable<string> Own(Func<ShortcodeKind, bool> kind) =>
        names
            .Own.Where(one => kind(one.Value))
            .Select(one => one.Key.Replace("_", "[-_]", StringComparison.Ordinal))
            .OrderByDescending(name => name.Length);

    private static string Either(IEnumerable<string> patterns) => string.Join('|', patterns);
}
