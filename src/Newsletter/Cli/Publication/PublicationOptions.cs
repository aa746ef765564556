using System.CommandLine;
using Newsletter.Issues;
using Newsletter.Publications;

namespace Newsletter.Cli;

/// <summary>The settings of a publication, as <c>add</c> and <c>set</c> take them.</summary>
internal sealed class PublicationOptions
{
    private readonly Option<string?> title = Text("--title", "T", "What readers know it by.");
    private readonly Option<string?> from = Text("--from", "\"Name <a@b>\"", "The sender.");
    private readonly Option<string?> replyTo = Text("--reply-to", "A", "Where answers go, if not to the sender.");
    private readonly Option<string?> language = Text("--language", "fr", "Two letters; decides typography and words.");
    private readonly Option<string?> zone = Text(
        "--timezone",
        "Europe/Paris",
        "The zone of the schedule and of dates."
    );
    private readonly Option<string?> template = Text("--template", "default", "A folder of the templates.");
    private readonly Option<string?> schedule = Text(
        "--schedule",
        "\"0 0 8 ? * THU\"",
        "A Quartz cron in the zone; empty for none."
    );
    private readonly Option<string?> weekly = Text(
        "--weekly",
        "CRON|off",
        "When readers who chose so get what the week's issues carried."
    );
    private readonly Option<string?> monthly = Text("--monthly", "CRON|off", "The same for the month.");
    private readonly RuleOptions rule = new();
    private readonly Option<string?> quiet = Text(
        "--quiet",
        "fr,12-24|none",
        "Days without an issue: public holidays of a country, days, ranges such as 2026-08-01/2026-08-21."
    );
    private readonly Option<string?> onQuiet = Text(
        "--on-quiet",
        "skip|move",
        "What becomes of the issue of such a day; move: it goes on the next one."
    );
    private readonly Option<string?> postal = Text("--postal-address", "T", "Stands in the footer; \\n begins a line.");
    private readonly Option<string?> bounce = Text("--bounce-domain", "D", "The domain that bounces come back to.");
    private readonly Option<string?> unknown = Text(
        "--unknown",
        "send-again|hold",
        "What becomes of a message in doubt."
    );

    private readonly Option<string?> retries = Text(
        "--retries",
        "5m,15m,…",
        "The waits after a refusal for now, if not those of the settings; … repeats the last."
    );
    private readonly Option<string?> giveUp = Text("--give-up-after", "4d", "How long a message is tried.");

    private readonly Option<string?> sentence = Text(
        "--sign-up-sentence",
        "T",
        "What readers agree to by signing up, word for word; empty for the sentence of the language."
    );
    private readonly Option<string?> signUp = Text("--sign-up", "open|closed", "Whether anybody may sign up.");
    private readonly Option<string?> welcome = Text(
        "--welcome",
        "off|on|latest",
        "A mail to those who confirmed; latest: with the latest issue."
    );
    private readonly Option<string?> goodbye = Text("--goodbye", "off|on", "A mail to those who left.");

    private readonly Option<string[]> theme = new("--theme")
    {
        HelpName = "NAME=VALUE",
        Description = $"The look, one value each time: {Theme.Names}.",
        DefaultValueFactory = _ => [],
    };

    public PublicationOptions(bool adding) => (title.Required, from.Required) = (adding, adding);

    public Argument<string> Slug { get; } =
        new("SLUG") { Description = "Its short name: lower-case letters, digits, hyphens." };

    public IReadOnlyList<Symbol> All =>
        [
            Slug,
            title,
            from,
            replyTo,
            language,
            zone,
            template,
            schedule,
            weekly,
            monthly,
            .. rule.All,
            quiet,
            onQuiet,
            postal,
            bounce,
            theme,
            unknown,
            retries,
            giveUp,
            sentence,
            signUp,
            welcome,
            goodbye,
        ];

    public PublicationSettings Read(Session session) =>
        new()
        {
            Title = session.Get(title),
            From = session.Get(from),
            ReplyTo = session.Get(replyTo),
            Language = session.Get(language),
            TimeZone = session.Get(zone),
            Template = session.Get(template),
            Schedule = session.Get(schedule),
            Rule = rule.Read(session),
            Quiet = session.Get(quiet),
            OnQuiet = session.Get(onQuiet),
            PostalAddress = session.Get(postal),
            BounceDomain = session.Get(bounce),
            Theme = session.Get(theme),
            UnknownMessages = session.Get(unknown),
            Retries = session.Get(retries),
            GiveUpAfter = session.Get(giveUp),
            SignUpSentence = session.Get(sentence),
            SignUp = session.Get(signUp),
            Welcome = session.Get(welcome),
            Goodbye = session.Get(goodbye),
        };

    /// <summary>What is wanted of the slower rhythms; those not named stay as they are.</summary>
    public RhythmWish ReadRhythms(Session session)
    {
        var schedules = new Dictionary<string, string>(StringComparer.Ordinal);
        if (session.Get(weekly) is { } eachWeek)
            schedules[Edition.Weekly] = eachWeek;
        if (session.Get(monthly) is { } eachMonth)
            schedules[Edition.Monthly] = eachMonth;
        return new RhythmWish(schedules);
    }

    private static Option<string?> Text(string name, string example, string description) =>
        new(name) { HelpName = example, Description = description };
}
