using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Database;

namespace Newsletter.Publications;

/// <summary>Adds and changes publications.</summary>
internal sealed class PublicationRegister(
    WriteLane lane,
    IDbContextFactory<NewsletterDb> databases,
    TemplateNames templates,
    TimeProvider clock
)
{
    /// <exception cref="Refusal">The slug is taken, or a setting is not possible.</exception>
    public Task<Publication> AddAsync(string slug, PublicationSettings settings, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var sender = Mailbox.Parse(settings.From);
                var publication = new Publication(slug, settings.Title ?? "", sender, clock.GetUtcNow());
                if (await db.Publications.AnyAsync(p => p.Slug == publication.Slug, cancel))
                {
                    throw new Refusal(
                        $"There is a publication \"{publication.Slug}\" already; choose another slug, or change it with \"newsletter publication set {publication.Slug}\"."
                    );
                }

                Apply(publication, settings);
                templates.Require(publication.Template);
                db.Publications.Add(publication);
                return publication;
            },
            cancel
        );

    /// <exception cref="Refusal">There is no such publication, or a setting is not possible.</exception>
    public Task<Publication> SetAsync(string slug, PublicationSettings settings, CancellationToken cancel) =>
        lane.WriteAsync(
            async db =>
            {
                var publication = await db.PublicationAsync(slug, cancel);
                Apply(publication, settings);
                return publication;
            },
            cancel
        );

    /// <summary>All of them by slug, at most 1,000.</summary>
    public async Task<IReadOnlyList<Publication>> ListAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Publications.AsNoTracking().OrderBy(p => p.Slug).Take(1000).ToListAsync(cancel);
    }

    /// <exception cref="Refusal">There is no such publication.</exception>
    public async Task<Publication> FindAsync(string slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.PublicationAsync(slug, cancel);
    }

    public async Task<bool> HasAsync(string slug, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Publications.AnyAsync(p => p.Slug == slug.Trim(), cancel);
    }

    private void Apply(Publication publication, PublicationSettings settings)
    {
        if (settings.Title is { } title)
            publication.SetTitle(title);
        if (settings.From is { } from)
            publication.SetSender(Mailbox.Parse(from));
        if (settings.ReplyTo is { } replyTo)
            publication.SetReplyTo(string.IsNullOrWhiteSpace(replyTo) ? null : EmailAddress.Parse(replyTo));
        if (settings.Language is { } language)
            publication.SetLanguage(language);
        if (settings.TimeZone is { } zone)
            publication.SetTimeZone(zone, clock.GetUtcNow());
        if (settings.Template is { } template)
            publication.SetTemplate(templates.Require(template));
        if (settings.PostalAddress is { } postal)
            publication.SetPostalAddress(postal);
        if (settings.BounceDomain is { } bounce)
            publication.SetBounceDomain(bounce);
        if (settings.Retries is { } retries)
            publication.SetRetries(retries);
        if (settings.GiveUpAfter is { } giveUp)
            publication.SetGiveUpAfter(giveUp);
        if (settings.Theme.Count > 0)
            publication.SetTheme(
                settings.Theme.Aggregate(publication.Theme, (theme, setting) => theme.With(setting, settings.Logos))
            );
        if (settings.UnknownMessages is { } unknown)
            publication.SetUnknownPolicy(PublicationRules.Unknown(unknown));
        ApplySignUp(publication, settings);
        if (settings.Schedule is { } schedule)
            publication.EveryIssue.Schedules(schedule, clock.GetUtcNow());
        if (settings.Quiet is { } quiet)
            publication.SetQuietDays(publication.QuietDays.On(quiet));
        if (settings.OnQuiet is { } answer)
            publication.SetQuietDays(publication.QuietDays.Answered(answer));
        RuleReading.Apply(settings.Rule, publication);
    }

    private static void ApplySignUp(Publication publication, PublicationSettings settings)
    {
        if (settings.SignUpSentence is { } sentence)
            publication.SetSignUpSentence(sentence);
        if (settings.SignUp is { } open)
            publication.SetTakesSignUps(PublicationRules.SignUp(open));
        if (settings.Welcome is { } welcome)
            publication.SetWelcome(PublicationRules.Welcome(welcome));
        if (settings.Goodbye is { } goodbye)
            publication.SetSaysGoodbye(PublicationRules.Goodbye(goodbye));
    }
}
