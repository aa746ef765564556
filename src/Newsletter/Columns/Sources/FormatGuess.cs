using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources;

/// <summary>Which reader a file gets where nobody said.</summary>
internal static partial class FormatGuess
{
    // One sign may be chance: a line that begins with "#", a star around a word.
    private const int ClearlyMarkdown = 2;

    public static ColumnFormat Settle(ColumnFormat asked, string name, string text)
    {
        if (asked is not ColumnFormat.Auto)
            return asked;
        if (Has(name, ".md") || Has(name, ".markdown") || Has(name, ".mdown") || Has(name, ".mkd"))
            return ColumnFormat.Markdown;
        FileKind.RefuseMarkup(text, name);
        FileKind.RefuseUnknownEnding(name);
        return FrontMatter().IsMatch(text) || Signs(text) >= ClearlyMarkdown
            ? ColumnFormat.Markdown
            : ColumnFormat.Text;
    }

    private static int Signs(string text)
    {
        var signs = 0;
        foreach (var sign in new[] { AtxHeading(), Fence(), LinkOrPicture(), Bold(), TableRule(), FootnoteText() })
            if (sign.IsMatch(text))
                signs++;
        return AtxHeading().Match(text) is { Success: true, Index: 0 } ? signs + 1 : signs;
    }

    private static bool Has(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\A---[ \t]*\r?\n(?:[^\n]*\n){0,200}?[\p{L}_-]+[ \t]*:[^\n]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*\r?(?:\n|\z)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^\#{1,6}[ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtxHeading();

    [GeneratedRegex(@"^(?:```|~~~)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"!?\[[^\]\n]{0,300}\]\((?:https?:|/|\.|mailto:)[^)\s]{0,1000}",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex LinkOrPicture();

    [GeneratedRegex(@"(?<![*\w])\*\*[^\s*][^*\n]{0,300}\*\*(?!\*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(
        @"^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^\[\^[^\]\s]+\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FootnoteText();
}
