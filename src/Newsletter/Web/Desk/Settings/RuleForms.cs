using System.Globalization;
using Newsletter.Publications;

namespace Newsletter.Web.Desk;

/// <summary>The fields of an edition's rule, by form.</summary>
internal static class RuleForms
{
    public const string When = "when";
    public const string What = "what";
    public const string Who = "who";

    private const string All = "all";
    private static readonly string[] s_extents = ["template", "whole", "excerpt"];

    /// <summary>Beside the schedule, which is set by another stage for the slower rhythms.</summary>
    public static IReadOnlyList<SettingField> Quiet { get; } =
    [
        new("quiet", QuietOf, (settings, typed) => settings with { Quiet = typed.Length == 0 ? "none" : typed }),
        new(
            "on-quiet",
            p => p.QuietDays.Moves ? "move" : "skip",
            (settings, typed) => settings with { OnQuiet = typed },
            SettingKind.Choice
        )
        {
            Choices = ["skip", "move"],
        },
    ];

    public static SettingField Schedule(string rhythm) =>
        new(
            "schedule",
            p => p.EditionOf(rhythm)?.Schedule ?? "",
            (settings, typed) => settings with { Schedule = typed }
        )
        {
            Examples = ["0 0 8 ? * THU", "0 0 7 ? * MON-FRI", "0 30 17 ? * FRI", "0 0 9 1 * ?", "0 0 8 ? * MON#1"],
        };

    public static IReadOnlyList<SettingField> Of(string form, string rhythm) =>
        form switch
        {
            When => [Schedule(rhythm), .. Quiet],
            What => WhatOf(rhythm),
            Who => WhoOf(rhythm),
            _ => [],
        };

    private static IReadOnlyList<SettingField> WhatOf(string rhythm) =>
        [
            Rule(
                rhythm,
                "categories",
                e => Names(e.Policy.Categories),
                (rule, typed) => rule with { Categories = typed }
            ),
            Rule(rhythm, "authors", e => Names(e.Policy.Authors), (rule, typed) => rule with { Authors = typed }),
            Rule(rhythm, "languages", e => Names(e.Policy.Languages), (rule, typed) => rule with { Languages = typed }),
            Rule(
                rhythm,
                "minimum",
                e => e.Minimum.ToString(CultureInfo.InvariantCulture),
                (rule, typed) => rule with { Minimum = int.Parse(typed, CultureInfo.InvariantCulture) },
                SettingKind.Number
            ),
            Rule(
                rhythm,
                "maximum",
                e => e.Policy.Most?.ToString(CultureInfo.InvariantCulture) ?? "none",
                (rule, typed) => rule with { Maximum = typed }
            ),
            Choice(
                rhythm,
                "order",
                [.. Enum.GetNames<ColumnOrder>().Select(word => word.ToLowerInvariant())],
                e => e.Policy.Order.ToString().ToLowerInvariant(),
                (rule, typed) => rule with { Order = typed }
            ),
            Choice(
                rhythm,
                "too-few",
                ["skip", "send"],
                e => e.Policy.SendsTooFew ? "send" : "skip",
                (rule, typed) => rule with { TooFew = typed }
            ),
            Choice(rhythm, "lead", s_extents, e => Word(e.Policy.Lead), (rule, typed) => rule with { Lead = typed }),
            Choice(
                rhythm,
                "others",
                s_extents,
                e => Word(e.Policy.Others),
                (rule, typed) => rule with { Others = typed }
            ),
            Rule(
                rhythm,
                "subject-pattern",
                e => e.Policy.SubjectPattern ?? "",
                (rule, typed) => rule with { SubjectPattern = typed }
            ),
            Rule(
                rhythm,
                "preheader-pattern",
                e => e.Policy.PreheaderPattern ?? "",
                (rule, typed) => rule with { PreheaderPattern = typed }
            ),
        ];

    private static IReadOnlyList<SettingField> WhoOf(string rhythm) =>
        [
            Choice(
                rhythm,
                "approval",
                [RuleReading.Schedule, RuleReading.Person, RuleReading.Second],
                e =>
                    e.Policy.NeedsSecond ? RuleReading.Second
                    : e.Policy.NeedsPerson ? RuleReading.Person
                    : RuleReading.Schedule,
                (rule, typed) => rule with { Approval = typed }
            ),
            Rule(
                rhythm,
                "draft-before",
                e => Before(e.Policy.DraftLeadMinutes),
                (rule, typed) => rule with { DraftBefore = typed }
            ),
            Choice(
                rhythm,
                "missed",
                ["make-up", "skip"],
                e => e.Policy.SkipsMissed ? "skip" : "make-up",
                (rule, typed) => rule with { Missed = typed }
            ),
        ];

    private static SettingField Choice(
        string rhythm,
        string name,
        IReadOnlyList<string> choices,
        Func<Edition, string> value,
        Func<RuleSettings, string, RuleSettings> with
    ) => Rule(rhythm, name, value, with, SettingKind.Choice) with { Choices = choices };

    private static SettingField Rule(
        string rhythm,
        string name,
        Func<Edition, string> value,
        Func<RuleSettings, string, RuleSettings> with,
        SettingKind kind = SettingKind.Line
    ) =>
        new(
            name,
            // One that there never was begins as every edition does.
            p => value(p.EditionOf(rhythm) ?? new Edition(rhythm)),
            (settings, typed) => settings with { Rule = with(settings.Rule with { Rhythm = rhythm }, typed) },
            kind
        );

    private static string QuietOf(Publication publication) =>
        publication.QuietDays.Words is { Count: > 0 } words ? string.Join(", ", words) : "none";

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? All : string.Join(", ", names);

    private static string Word(Extent extent) =>
        extent is Extent.AsTemplate ? s_extents[0] : extent.ToString().ToLowerInvariant();

    private static string Before(int minutes) =>
        minutes == 0 ? "off"
        : minutes % 60 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h")
        : string.Create(CultureInfo.InvariantCulture, $"{minutes}m");
}
