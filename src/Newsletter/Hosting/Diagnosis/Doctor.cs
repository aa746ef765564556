using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns.Pictures;
using Newsletter.Database;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Review;

namespace Newsletter.Hosting.Diagnosis;

/// <summary>Looks at everything that an issue needs to go out, and changes nothing but that it makes a new, empty database ready.</summary>
internal sealed class Doctor(
    IStartupValidator settings,
    IDbContextFactory<NewsletterDb> databases,
    Databases database,
    Migrator migrator,
    TemplateFolder templates,
    IOptions<SiteOptions> site,
    DkimChecks dkim,
    Lazy<Carriers> carriers,
    IOptions<RelaysOptions> relays,
    IOptions<AlarmOptions> alarms,
    DnsRecords dns,
    PublicationLogo logo
)
{
    public async IAsyncEnumerable<Check> ExamineAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        var wrong = Settings();
        yield return wrong ?? Check.Ok("settings", "every setting can be read");
        if (wrong is not null)
            yield break;
        yield return Site();
        var store = await SaidAsync("database", () => DatabaseAsync(cancel));
        yield return store;
        foreach (var name in templates.Names)
            yield return await SaidAsync($"template {name}", () => Task.FromResult(Template(name)));
        foreach (var kind in Enum.GetValues<ServiceMailKind>())
            yield return await SaidAsync(NameOf(kind), () => Task.FromResult(ServiceMail(kind)));
        if (templates.Names.Count == 0)
            yield return Check.Wrong("templates", "there is none; give their folder with --templates");
        yield return await SaidAsync("pictures", () => Task.FromResult(Pictures()));
        yield return await SaidAsync("dkim", () => Task.FromResult(dkim.Keys()));
        var isSet = relays.Value.All.Any(relay => relay.IsSet);
        foreach (var carrier in carriers.Value.All)
            yield return await SaidAsync("relay", () => CarrierProbe.CheckAsync(carrier, isSet, cancel));
        yield return Alarms();
        if (store.State is CheckState.Wrong)
            yield break;
        foreach (var publication in await PublicationsAsync(cancel))
        {
            if (Logo(publication) is { } shown)
                yield return shown;
            var sender = publication.Sender.Address;
            if (dkim.Of(publication.Slug, sender) is { } signature)
                yield return signature;
            foreach (var check in await dns.OfAsync(publication, dkim.PublishedFor(sender), cancel))
                yield return check;
        }
    }

    private Check? Settings()
    {
        try
        {
            settings.Validate();
            return null;
        }
        catch (Exception fault) when (WrongSettings.In(fault) is { } wrong)
        {
            return Check.Wrong("settings", wrong.ReplaceLineEndings(" "));
        }
    }

    private Check Site() =>
        site.Value.Root.StartsWith("https://", StringComparison.Ordinal)
            ? Check.Ok("site", site.Value.Root)
            : Check.Note(
                "site",
                $"Site__Url is {site.Value.Root}; readers elsewhere can use links only to a public https address"
            );

    private async Task<Check> DatabaseAsync(CancellationToken cancel)
    {
        await migrator.RequireCurrentAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var publications = await db.Publications.CountAsync(cancel);
        return Check.Ok(
            "database",
            $"{(database.IsPostgres ? "PostgreSQL" : "SQLite")}, {database.Name}, {publications} publication(s)"
        );
    }

    private Check Template(string name)
    {
        new IssueRenderer(templates).Render(SampleIssue.Of(name));
        return Check.Ok($"template {name}", "renders");
    }

    private Check ServiceMail(ServiceMailKind kind)
    {
        var sample = SampleIssue.Of(TemplateFolder.IssueEntry).Publication;
        new ServiceMailRenderer(templates).Render(new ServiceMailInput(kind, sample, "I agree."));
        return Check.Ok(NameOf(kind), "renders");
    }

    private static string NameOf(ServiceMailKind kind) => $"mail {TemplateFolder.NameOf(kind)}";

    private static Check Pictures()
    {
        Vips.Ensure();
        return Check.Ok("pictures", "JPEG, PNG, GIF, WebP, AVIF and SVG can be read");
    }

    private Check Alarms() =>
        AlarmOptions.Split(alarms.Value.To).Length is > 0 and var addresses
            ? Check.Ok("alarms", $"go to {addresses} address(es)")
            : Check.Note("alarms", "Alarms__To is not set: that an issue is held, or missed, is said in the log alone");

    private Check? Logo(Publication publication)
    {
        var what = $"{publication.Slug} logo";
        return logo.Missing(publication) is { } missing ? Check.Wrong(what, missing)
            : logo.Shown(publication.Theme).Logo is { } shown ? Check.Ok(what, shown.Address)
            : null;
    }

    private async Task<List<Publication>> PublicationsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Publications.AsNoTracking().OrderBy(p => p.Slug).Take(100).ToListAsync(cancel);
    }

    private static async Task<Check> SaidAsync(string what, Func<Task<Check>> check)
    {
        try
        {
            return await check();
        }
        catch (Refusal refusal)
        {
            return Check.Wrong(what, refusal.Message);
        }
    }
}
