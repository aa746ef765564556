using System.Globalization;
using Newsletter.Publications;

namespace Newsletter.Web.Desk;

/// <summary>Which settings of a publication stand together on one form, with one button.</summary>
internal static class SettingForms
{
    public const string Names = "names";
    public const string Look = "look";
    public const string Readers = "readers";
    public const string Sending = "sending";

    private static readonly SettingField s_title = new(
        "title",
        p => p.Title,
        (settings, typed) => settings with { Title = typed }
    );

    private static readonly SettingField s_from = new(
        "from",
        p => p.Sender.ToString(),
        (settings, typed) => settings with { From = typed }
    );

    private static readonly SettingField s_language = new(
        "language",
        p => p.Language,
        (settings, typed) => settings with { Language = typed }
    )
    {
        Examples = ["fr", "en", "de", "es", "it", "nl", "pt"],
    };

    private static readonly SettingField s_zone = new(
        "timezone",
        p => p.TimeZone,
        (settings, typed) => settings with { TimeZone = typed }
    )
    {
        Examples =
        [
            "Europe/Paris",
            "Europe/Brussels",
            "Europe/London",
            "America/Montreal",
            "America/New_York",
            "Etc/UTC",
        ],
    };

    private static readonly SettingField s_postal = new(
        "postal",
        p => p.PostalAddress ?? "",
        (settings, typed) => settings with { PostalAddress = typed },
        SettingKind.Lines
    );

    private static readonly SettingField s_template = new(
        "template",
        p => p.Template,
        (settings, typed) => settings with { Template = typed },
        SettingKind.Choice
    );

    /// <summary>What a new publication is asked for, besides its slug.</summary>
    public static IReadOnlyList<SettingField> New { get; } =
    [s_title, s_from, s_language, s_zone, s_postal, s_template];

    /// <summary>Each form by its name, in the order of the page.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SettingField>> All { get; } =
        new Dictionary<string, IReadOnlyList<SettingField>>(StringComparer.Ordinal)
        {
            [Names] =
            [
                s_title,
                s_from,
                new("reply-to", p => p.ReplyTo ?? "", (settings, typed) => settings with { ReplyTo = typed }),
                s_language,
                s_zone,
                s_postal,
            ],
            [Look] =
            [
                s_template,
                SettingField.Theme("accent", t => t.Accent, SettingKind.Colour),
                SettingField.Theme("background", t => t.Background, SettingKind.Colour),
                SettingField.Theme("paper", t => t.Paper, SettingKind.Colour),
                SettingField.Theme("ink", t => t.Ink, SettingKind.Colour),
                SettingField.Theme("quiet-ink", t => t.QuietInk, SettingKind.Colour),
                SettingField.Theme("heading-font", t => t.HeadingFont),
                SettingField.Theme("text-font", t => t.TextFont),
                SettingField.Theme("small-font", t => t.SmallFont),
                SettingField.Theme("width", t => t.Width.ToString(CultureInfo.InvariantCulture), SettingKind.Number),
                SettingField.Theme("logo", LogoOf),
            ],
            [Readers] =
            [
                new(
                    "sign-up",
                    p => p.TakesSignUps ? "open" : "closed",
                    (settings, typed) => settings with { SignUp = typed },
                    SettingKind.Choice
                )
                {
                    Choices = ["open", "closed"],
                },
                new(
                    "sentence",
                    p => p.SignUpSentence ?? "",
                    (settings, typed) => settings with { SignUpSentence = typed }
                ),
                new("welcome", WelcomeOf, (settings, typed) => settings with { Welcome = typed }, SettingKind.Choice)
                {
                    Choices = ["off", "on", "latest"],
                },
                new(
                    "goodbye",
                    p => p.SaysGoodbye ? "on" : "off",
                    (settings, typed) => settings with { Goodbye = typed },
                    SettingKind.Choice
                )
                {
                    Choices = ["off", "on"],
                },
            ],
            [Sending] =
            [
                new("bounce", p => p.BounceDomain ?? "", (settings, typed) => settings with { BounceDomain = typed }),
                new(
                    "unknown",
                    p => p.UnknownPolicy is UnknownPolicy.Hold ? "hold" : "send-again",
                    (settings, typed) => settings with { UnknownMessages = typed },
                    SettingKind.Choice
                )
                {
                    Choices = ["send-again", "hold"],
                },
                new("retries", p => p.Retries ?? "", (settings, typed) => settings with { Retries = typed }),
                new("give-up", p => p.GiveUpAfter ?? "", (settings, typed) => settings with { GiveUpAfter = typed }),
            ],
        };

    private static string LogoOf(Theme theme) =>
        theme.Logo is { } logo ? $"{logo.Address} {logo.Width}x{logo.Height}" : "";

    private static string WelcomeOf(Publication publication) =>
        publication.Welcome switch
        {
            WelcomeMail.Plain => "on",
            WelcomeMail.WithLatestIssue => "latest",
            _ => "off",
        };
}
