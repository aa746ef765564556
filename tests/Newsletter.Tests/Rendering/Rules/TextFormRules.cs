using System.Text.RegularExpressions;
using AngleSharp.Dom;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>The form of the text part: what a reader can tell apart without any style.</summary>
internal static partial class TextFormRules
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    public static IEnumerable<Rule<Letter>> All =>
        [
            new(
                "T14",
                "The text part",
                "the reader can look at it in a browser, by an address alone on its line",
                letter => When(!letter.Lines.Contains("https://lettre.example.org/i/12"), "view"),
                text => text.Replace("https://lettre.example.org/i/12", "")
            )
            {
                For = MailKinds.Issue,
            },
            new(
                "T15",
                "The text part",
                "each title and heading stands on lines of its own, underlined",
                letter =>
                    When(
                        Underlined(letter).Count() < letter.Mail.Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Length,
                        "heading"
                    ),
                text => text.Replace("\n---", "\nx--").Replace("\n===", "\nx==")
            ),
            new(
                "T16",
                "The text part",
                "each quotation has its margin",
                letter =>
                    When(
                        letter.Lines.Count(line => Quoted().IsMatch(line))
                            < letter
                                .Mail.Page.QuerySelectorAll("blockquote")
                                .Count(quotation => quotation.Children.Any(child => child.LocalName == "p")),
                        "quotation"
                    ),
                text => text.Replace("  | ", "").Replace("> ", "")
            ),
            new(
                "T17",
                "The text part",
                "each item of a list has its sign",
                letter =>
                    When(
                        Items().Matches(letter.Text).Sum(m => m.Groups[1].Captures.Count)
                            < letter.Mail.Page.QuerySelectorAll("li").Count(li => li.Closest("ul[class=line]") is null),
                        "item"
                    ),
                text => Regex.Replace(text, "^ *(- |[0-9]+[.] )", "", RegexOptions.Multiline)
            ),
            new(
                "T18",
                "The text part",
                "a picture leaves its words in brackets, and a logo its own at the top",
                letter =>
                    letter
                        .Mail.Images.Select(i => LongestOfFirst(TextRules.WithoutFillers(i.GetAttribute("alt") ?? "")))
                        .Where(word =>
                            word.Length > 0 && !letter.Lines[0].Contains(word) && !IsBracketed(word, letter)
                        ),
                text => text.Replace("[Figure", "Figure")
            ),
            new(
                "T19",
                "The text part",
                "each number of a link has its address, and each address one number",
                BrokenNumbers,
                text => Regex.Replace(text, @"^\[1\] ", "[9] ", RegexOptions.Multiline)
            ),
            new(
                "T20",
                "The text part",
                "blanks are blanks: no tab, no odd kind, none doubled in prose",
                letter => Odd().Matches(letter.Text).Select(m => $"{(int)m.Value[0]:x}"),
                text => "a\tb\u2003c\n" + text
            ),
            new(
                "T21",
                "The text part",
                "it begins and ends with words",
                letter =>
                    When(letter.Text.Length == 0 || char.IsWhiteSpace(letter.Text[0]), "begin")
                        .Concat(When(string.IsNullOrWhiteSpace(letter.Lines[^2]), "end")),
                text => "\n" + text
            ),
            new(
                "T22",
                "Layout 15",
                "French has its spaces here too",
                letter =>
                    letter.Mail.Language != "fr"
                    || letter.Mail.Page.QuerySelector("div[lang]:not([lang=fr])") is not null
                        ? []
                        : Prose(letter).Where(ContentRules.IsWrongFrench),
                text => "Vraiment ?\n" + text
            ),
            new(
                "T23",
                "Layout 12",
                "the words that leave stand above the address that does",
                letter =>
                    When(
                        Array.IndexOf(letter.Lines, RuleTests.Unsubscribe) is var at
                            && (at < 2 || !Leaving().IsMatch(letter.Lines[at - 2] + letter.Lines[at - 1])),
                        "unsubscribe"
                    ),
                text => text.Replace("Se désabonner", "Gérer")
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "T24",
                "The text part",
                "every character is one that a terminal can show",
                letter =>
                    When(letter.Text.Any(c => c is '\uFFFE' or '\uFFFF') || HasLoneHalf(letter.Text), "character"),
                text => "\uD800" + text
            ),
        ];

    private static IEnumerable<string> Underlined(Letter letter) =>
        letter.Lines.Where((_, at) => at + 1 < letter.Lines.Length && Rule().IsMatch(letter.Lines[at + 1]));

    /// <summary>The lines without code, addresses and the lines that underline.</summary>
    private static IEnumerable<string> Prose(Letter letter) =>
        letter
            .Mail.Page.QuerySelectorAll("code")
            .Select(code => code.TextContent)
            .Aggregate(letter.Text, (text, code) => text.Replace(code, "code"))
            .Split('\n')
            .Where(line =>
                !line.Contains("://") && !line.StartsWith("    ", StringComparison.Ordinal) && !Rule().IsMatch(line)
            );

    /// <summary>On its line, or on one above it that is still open.</summary>
    private static bool IsBracketed(string word, Letter letter) =>
        letter.Lines.Any(line => line.IndexOf('[') is var at and >= 0 && line.IndexOf(word, at, Ordinal) >= 0)
        || Regex
            .Matches(letter.Text, Regex.Escape(word), RegexOptions.None, TimeSpan.FromSeconds(1))
            .Any(m => letter.Text.LastIndexOf('[', m.Index) > letter.Text.LastIndexOf(']', m.Index));

    private static IEnumerable<string> BrokenNumbers(Letter letter)
    {
        // Each column begins anew, so a number may stand for one address in each.
        var used = Used().Matches(letter.Text).Select(m => m.Groups[1].Value).ToHashSet();
        var given = Given().Matches(letter.Text).Select(m => m.Groups[1].Value).ToHashSet();
        return letter.Mail.IsAboutMarkup ? [] : used.Except(given).Concat(given.Except(used));
    }

    private static bool HasLoneHalf(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) && !text.Contains('\uFFFD');

    /// <summary>Of the words that surely stand on the first line.</summary>
    private static string LongestOfFirst(string text) =>
        Word().Matches(text).Where(m => m.Index + m.Length <= 40).Select(m => m.Value).MaxBy(word => word.Length) ?? "";

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,20}(?![\p{L}\p{N}])", RegexOptions.None, 2000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\W{0,12}([=.-])\1{2,}$", RegexOptions.None, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex("^.{0,60}?[|>] ", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    // An item that begins with a list has two signs on its line; one that is a task has its box; one deep within has
    // its sign alone on a line.
    [GeneratedRegex(
        @"^(?>[ >|]*)(?:(?:((?:-|-?\d+\.)(?: |$))|[^\n]{1,40}?\. (?=[ >|]*[-\d]))(?:\[[x ]\] ?)?[ >|]*)+",
        RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Items();

    [GeneratedRegex(@"\u00A0\[(\d+)\]", RegexOptions.None, 1000)]
    private static partial Regex Used();

    [GeneratedRegex(@"^\[(\d+)\](?= http| mailto| tel|$)", RegexOptions.Multiline, 1000)]
    private static partial Regex Given();

    [GeneratedRegex(@"[\t\v\f\u2000-\u200A\u205F\u3000\u1680]", RegexOptions.None, 1000)]
    private static partial Regex Odd();

    [GeneratedRegex("désabonner|désinscrire|unsubscribe", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Leaving();
}
