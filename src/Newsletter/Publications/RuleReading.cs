using System.Globalization;

namespace Newsletter.Publications;

/// <summary>Reads what is typed of an edition's rule. Pure; each word that is none is refused with those that are.</summary>
internal static class RuleReading
{
    public const string Schedule = "schedule";
    public const string Person = "person";
    public const string Second = "second";

    private const int MostNames = 100;

    /// <exception cref="Refusal">A setting is not possible.</exception>
    public static void Apply(RuleSettings settings, Publication publication)
    {
        if (settings == new RuleSettings { Rhythm = settings.Rhythm })
            return;
        var edition = publication.Rule(Rhythm(settings.Rhythm ?? Edition.Every));
        if (settings.Minimum is { } minimum)
            edition.NeedsAtLeast(minimum);
        edition.Takes(With(edition.Policy, settings));
    }

    private static EditionPolicy With(EditionPolicy policy, RuleSettings settings) =>
        policy with
        {
            Categories = settings.Categories is { } categories ? Names(categories, "--categories") : policy.Categories,
            Authors = settings.Authors is { } authors ? Names(authors, "--authors") : policy.Authors,
            Languages = settings.Languages is { } languages
                ? [.. Names(languages, "--languages").Select(PublicationRules.Language).Distinct()]
                : policy.Languages,
            Most = settings.Maximum is { } most ? Maximum(most) : policy.Most,
            Order = settings.Order is { } order ? Word<ColumnOrder>(order, "order", "--order") : policy.Order,
            SendsTooFew = settings.TooFew is { } few
                ? Either(few, "skip", "send", "answer to too few columns", "--too-few")
                : policy.SendsTooFew,
            Lead = settings.Lead is { } lead ? Extended(lead, "--lead") : policy.Lead,
            Others = settings.Others is { } others ? Extended(others, "--others") : policy.Others,
            SubjectPattern = settings.SubjectPattern is { } subject
                ? HeadlinePattern.Checked(subject, "--subject-pattern")
                : policy.SubjectPattern,
            PreheaderPattern = settings.PreheaderPattern is { } preheader
                ? HeadlinePattern.Checked(preheader, "--preheader-pattern")
                : policy.PreheaderPattern,
            NeedsPerson = settings.Approval is { } approval ? Approver(approval) is not Schedule : policy.NeedsPerson,
            NeedsSecond = settings.Approval is { } approver ? Approver(approver) is Second : policy.NeedsSecond,
            DraftLeadMinutes = settings.DraftBefore is { } before ? Minutes(before) : policy.DraftLeadMinutes,
            SkipsMissed = settings.Missed is { } missed
                ? Either(missed, "make-up", "skip", "answer to a missed hour", "--missed")
                : policy.SkipsMissed,
        };

    private static string Approver(string word) =>
        word.Trim().ToLowerInvariant() is (Schedule or Person or Second) and var typed
            ? typed
            : throw new Refusal(
                $"\"{word}\" is no one who approves; it can be {Schedule}, {Person} or {Second} (--approval)."
            );

    private static string Rhythm(string word) =>
        Edition.Rhythms.FirstOrDefault(rhythm => rhythm.Equals(word.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new Refusal($"\"{word}\" is no edition; it can be {string.Join(", ", Edition.Rhythms)} (--edition).");

    private static IReadOnlyList<string> Names(string text, string option)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (names.Count == 0)
            throw new Refusal($"{option} names nothing; write names with commas between them, or all.");
        if (names is [{ } only] && only.Equals("all", StringComparison.OrdinalIgnoreCase))
            return [];
        return names.Count <= MostNames && names.All(name => name.Length <= 200 && !name.Any(char.IsControl))
            ? names
            : throw new Refusal(
                $"{option} takes at most {MostNames} names of at most 200 characters each, on one line; leave out what is too long, or take all."
            );
    }

    private static int? Maximum(string text) =>
        text.Trim().Equals("none", StringComparison.OrdinalIgnoreCase) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
        && most is >= 1 and <= Edition.MostColumns
            ? most
        : throw new Refusal(
            $"\"{text}\" is no maximum; use a number of columns from 1 to {Edition.MostColumns}, or none (--maximum)."
        );

    private static int Minutes(string text) =>
        text.Trim().Equals("off", StringComparison.OrdinalIgnoreCase) ? 0
        : Durations.TryParse(text, out var lead) && lead >= TimeSpan.Zero && lead <= EditionPolicy.LongestLead
            ? (int)lead.TotalMinutes
        : throw new Refusal(
            $"\"{text}\" is not how long before its hour a draft is made; use a duration to {EditionPolicy.LongestLead.TotalDays} days such as 24h or 90m, or off (--draft-before)."
        );

    private static Extent Extended(string word, string option) =>
        word.Trim().ToLowerInvariant() switch
        {
            "template" => Extent.AsTemplate,
            "whole" => Extent.Whole,
            "excerpt" => Extent.Excerpt,
            _ => throw new Refusal(
                $"\"{word}\" does not say how much of a column is shown; it can be template, whole or excerpt ({option})."
            ),
        };

    private static bool Either(string word, string no, string yes, string what, string option) =>
        word.Trim().ToLowerInvariant() is var typed && typed == yes ? true
        : typed == no ? false
        : throw new Refusal($"\"{word}\" is no {what}; it can be {no} or {yes} ({option}).");

    private static T Word<T>(string word, string what, string option)
        where T : struct, Enum =>
        !word.Any(char.IsAsciiDigit) && Enum.TryParse<T>(word.Trim(), ignoreCase: true, out var value)
            ? value
            : throw new Refusal(
                $"\"{word}\" is no {what}; it can be {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()} ({option})."
            );
}
