using System.Text.RegularExpressions;
using static Newsletter.Tests.Rendering.Rules.HeadRules;

namespace Newsletter.Tests.Rendering.Rules;

/// <summary>A text part, and the HTML it stands beside.</summary>
internal sealed record Letter(string Text, Mail Mail)
{
    public string[] Lines => Text.Split('\n');
}

internal static partial class TextRules
{
    public static IEnumerable<Rule<Letter>> All =>
        [
            new(
                "T01",
                "The text part",
                "it is not empty and ends with one line feed",
                letter =>
                    When(
                        letter.Text.Length < 50
                            || !letter.Text.EndsWith('\n')
                            || letter.Text.EndsWith("\n\n", StringComparison.Ordinal),
                        "end"
                    ),
                text => text + "\n"
            ),
            new(
                "T02",
                "The text part",
                "lines are 78 at most, a lone address aside",
                letter => letter.Lines.Where(line => line.Length > 78 && !Address().IsMatch(line)),
                text => new string('a', 79) + "\n" + text
            ),
            new(
                "T03",
                "The text part",
                "no blank ends a line",
                letter => letter.Lines.Where(line => line.EndsWith(' ') || line.EndsWith('\t')),
                text => "a \n" + text
            ),
            new(
                "T04",
                "The text part",
                "no three empty lines",
                letter => When(letter.Text.Contains("\n\n\n\n"), "empty lines"),
                text => "a\n\n\n\n" + text
            ),
            new(
                "T05",
                "The text part",
                "the reader can leave by an address alone on its line",
                letter => When(!letter.Lines.Contains(RuleTests.Unsubscribe), "unsubscribe"),
                text => text.Replace(RuleTests.Unsubscribe, "Leave: " + RuleTests.Unsubscribe)
            )
            {
                For = MailKinds.Leavable,
            },
            new(
                "T06",
                "The text part",
                "no tags",
                letter => letter.Mail.IsAboutMarkup ? [] : Tags().Matches(letter.Text).Select(m => m.Value),
                text => "<b>" + text
            ),
            new(
                "T07",
                "The text part",
                "no entities",
                letter => letter.Mail.IsAboutMarkup ? [] : Entities().Matches(letter.Text).Select(m => m.Value),
                text => "&nbsp;" + text
            ),
            new(
                "T08",
                "The text part",
                "no fillers",
                letter => Fillers().Matches(letter.Text).Select(m => $"{(int)m.Value[0]:x}"),
                text => "\u034F" + text
            ),
            new(
                "T09",
                "The text part",
                "no control characters",
                letter => When(letter.Text.Any(c => char.IsControl(c) && c != '\n'), "control"),
                text => "\r" + text
            ),
            new(
                "T10",
                "The text part",
                "no mark is left",
                letter => When(letter.Text.Contains('\uE000'), "mark"),
                text => "\uE000x\uE001" + text
            ),
            new(
                "T11",
                "The text part",
                "nine in ten links of the HTML",
                MissingLinks,
                text => Regex.Replace(text, @"https?://\S+", "x")
            ),
            new("T12", "The text part", "85% of the words of the HTML", MissingWords, text => text[^200..]),
            new(
                "T13",
                "The text part",
                "the publisher and their address",
                letter =>
                    When(
                        !letter.Text.Contains("Association des marées") || !letter.Text.Contains("29200 Brest"),
                        "publisher"
                    ),
                text => text.Replace("29200", "")
            ),
        ];

    public static string WithoutFillers(string text) => Fillers().Replace(text, "");

    private static IEnumerable<string> MissingLinks(Letter letter)
    {
        var links = letter.Mail.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        var missing = links.Where(link => !letter.Text.Contains(Regex.Replace(link, "^(mailto|tel):", ""))).ToList();
        return missing.Count > links.Count * 0.1 ? missing : [];
    }

    private static IEnumerable<string> MissingWords(Letter letter)
    {
        var words = Words()
            .Matches(WithoutFillers(letter.Mail.VisibleText))
            .Select(m => m.Value.ToLowerInvariant())
            // What is longer than a line is broken, which no reader minds.
            .Where(word => word.Length <= 60)
            .Distinct()
            .ToList();
        var there = Words()
            .Matches(letter.Text.Replace("\n", "", StringComparison.Ordinal) + letter.Text)
            .Select(m => m.Value.ToLowerInvariant())
            .ToHashSet();
        var missing = words.Where(word => !there.Contains(word)).ToList();
        return missing.Count > words.Count * 0.15 ? missing : [];
    }

    [GeneratedRegex(@"^\s*https?://\S+$", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"</?[a-z][^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"&(#\d+|#x[0-9a-f]+|[a-z]{2,8});", RegexOptions.None, 1000)]
    private static partial Regex Entities();

    [GeneratedRegex(@"[\u034F\u200B\u00AD\uFEFF\u2060]", RegexOptions.None, 1000)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"[\p{L}\p{N}]{2,}", RegexOptions.None, 2000)]
    private static partial Regex Words();
}
