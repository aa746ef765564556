using Newsletter.Addresses;
using Newsletter.Publications.Calendars;

namespace Newsletter.Publications;

/// <summary>What people subscribe to: a title, a sender, a language, a time zone, a template and its editions.</summary>
internal sealed class Publication
{
    private readonly List<Edition> editions = [];

    // For EF.
    private Publication() { }

    public Publication(string slug, string title, Mailbox sender, DateTimeOffset now)
    {
        Slug = PublicationRules.Slug(slug);
        Title = PublicationRules.Title(title);
        SetSender(sender);
        CreatedAt = now;
        editions.Add(new Edition(Edition.Every));
    }

    public int Id { get; private set; }

    /// <summary>Lower-case letters, digits and hyphens, 1 to 63; unique; part of addresses and of List-Id.</summary>
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string SenderName { get; private set; } = "";

    public string SenderAddress { get; private set; } = "";

    public string? ReplyTo { get; private set; }

    /// <summary>Lower-case ISO 639-1.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "Etc/UTC";

    public string Template { get; private set; } = "default";

    /// <summary>As the footer shows it; lines separated by line feeds.</summary>
    public string? PostalAddress { get; private set; }

    public string? BounceDomain { get; private set; }

    /// <summary>As it is kept; null for what the program brings.</summary>
    public string? ThemeJson { get; private set; }

    public Theme Theme => Theme.Parse(ThemeJson);

    /// <summary>What becomes of a message whose acceptance is in doubt.</summary>
    public UnknownPolicy UnknownPolicy { get; private set; } = UnknownPolicy.SendAgain;

    /// <summary>The waits after a refusal for now, as <see cref="RetryPlan"/> reads them; null: as the settings say.</summary>
    public string? Retries { get; private set; }

    /// <summary>A duration; null: as the settings say.</summary>
    public string? GiveUpAfter { get; private set; }

    /// <summary>What a reader agrees to by signing up, as the form shows it; null: the sentence of the language.</summary>
    public string? SignUpSentence { get; private set; }

    /// <summary>Whether anybody may sign up; closed, staff alone add readers.</summary>
    public bool TakesSignUps { get; private set; } = true;

    public WelcomeMail Welcome { get; private set; } = WelcomeMail.None;

    /// <summary>Whether those who leave get a mail that says so, and not only the page.</summary>
    public bool SaysGoodbye { get; private set; }

    /// <summary>As they are kept; null for none.</summary>
    public string? QuietDaysJson { get; private set; }

    /// <summary>The days on which no issue is made.</summary>
    public QuietDays QuietDays => QuietDays.Parse(QuietDaysJson);

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<Edition> Editions => editions;

    /// <summary>The edition that every subscriber receives unless they chose another rhythm.</summary>
    public Edition EveryIssue => editions.Single(edition => edition.Rhythm == Edition.Every);

    /// <summary>Those that readers can choose from.</summary>
    public IEnumerable<Edition> OfferedEditions => editions.Where(edition => edition.IsOffered);

    public Mailbox Sender => new(SenderName, EmailAddress.Parse(SenderAddress));

    public void SetTitle(string title) => Title = PublicationRules.Title(title);

    public void SetSender(Mailbox sender) => (SenderName, SenderAddress) = (sender.Name, sender.Address.Value);

    public void SetReplyTo(EmailAddress? address) => ReplyTo = address?.Value;

    public void SetLanguage(string language) => Language = PublicationRules.Language(language);

    /// <summary>The edition of a rhythm, whether or not it is offered; null where there never was one.</summary>
    public Edition? EditionOf(string rhythm) => editions.Find(edition => edition.Rhythm == rhythm);

    /// <summary>Makes issues in a rhythm, beside every issue, from now on.</summary>
    /// <param name="rhythm">One of <see cref="Edition.Rhythms"/>.</param>
    /// <param name="cron">When; null to make none any more.</param>
    /// <param name="now">A slot before it is not made up for.</param>
    public void Offer(string rhythm, string? cron, DateTimeOffset now)
    {
        if (cron is not null || EditionOf(rhythm) is not null)
            Rule(rhythm).Schedules(cron, now);
    }

    /// <summary>The edition of a rhythm, to change its rule: made where there is none, and not offered until it has a schedule.</summary>
    /// <param name="rhythm">One of <see cref="Edition.Rhythms"/>.</param>
    public Edition Rule(string rhythm)
    {
        if (EditionOf(rhythm) is { } known)
            return known;
        var edition = new Edition(rhythm);
        editions.Add(edition);
        return edition;
    }

    public void SetQuietDays(QuietDays quiet) => QuietDaysJson = quiet.IsNone ? null : quiet.ToJson();

    /// <summary>The rule is read in the new zone from now on: an hour that has passed there is not made up for.</summary>
    public void SetTimeZone(string zone, DateTimeOffset now)
    {
        var wanted = PublicationRules.Zone(zone);
        if (wanted == TimeZone)
            return;
        TimeZone = wanted;
        foreach (var edition in editions)
            edition.SettleAll(now);
    }

    public void SetTemplate(string template) => Template = template.Trim();

    public void SetPostalAddress(string? address) => PostalAddress = PublicationRules.PostalAddress(address);

    public void SetBounceDomain(string? domain) => BounceDomain = PublicationRules.Domain(domain);

    public void SetRetries(string? retries) => Retries = PublicationRules.Retries(retries);

    public void SetGiveUpAfter(string? duration) => GiveUpAfter = PublicationRules.GiveUpAfter(duration);

    /// <exception cref="Refusal">Nothing can be read on its paper and its background.</exception>
    public void SetTheme(Theme theme)
    {
        _ = theme.Readable();
        ThemeJson = theme == Theme.Default ? null : theme.ToJson();
    }

    public void SetSignUpSentence(string? sentence) => SignUpSentence = PublicationRules.SignUpSentence(sentence);

    public void SetTakesSignUps(bool takes) => TakesSignUps = takes;

    public void SetWelcome(WelcomeMail welcome) => Welcome = welcome;

    public void SetSaysGoodbye(bool says) => SaysGoodbye = says;

    public void SetUnknownPolicy(UnknownPolicy policy) => UnknownPolicy = policy;
}
