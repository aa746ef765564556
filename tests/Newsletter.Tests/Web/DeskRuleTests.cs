using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Publications;
using Newsletter.Staff;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class DeskRuleTests
{
    private const string Here = "/desk/settings/lettre/rule";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_five_are_shown_as_one_types_also_where_the_clocks_change()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        site.Database.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 20, 12, 0, 0, TimeSpan.Zero));
        using var admin = await AdminAsync(site);
        var shown = await RunsAsync(admin, "schedule=0+0+8+%3F+*+THU&quiet=none&on-quiet=skip");
        Assert.DoesNotContain("<html", shown, StringComparison.Ordinal);
        Assert.Contains("Thu 22 Oct 2026 08:00 (UTC+02:00)", shown, StringComparison.Ordinal);
        Assert.Contains("Thu 29 Oct 2026 08:00 (UTC+01:00)", shown, StringComparison.Ordinal);
        Assert.Equal(5, shown.Split("<li>").Length - 1);
        Assert.Equal(2, shown.Split("the clocks change before it").Length);
        // Nothing is saved by typing.
        await using var db = site.Database.Open();
        Assert.Null((await db.Set<Publication>().SingleAsync(Cancel)).EveryIssue.Schedule);
    }

    [Fact]
    public async Task A_quiet_day_is_told_as_one_types()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        site.Database.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 20, 12, 0, 0, TimeSpan.Zero));
        using var admin = await AdminAsync(site);
        var shown = await RunsAsync(admin, "schedule=0+0+8+%3F+*+FRI&quiet=fr&on-quiet=move");
        Assert.Contains("Fri 25 Dec 2026 08:00 (UTC+01:00): moved", shown, StringComparison.Ordinal);
        Assert.Contains("Sat 26 Dec 2026 08:00", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schedule=every+thursday", "is no schedule")]
    [InlineData("schedule=0+0+8+1+1+%3F+2020", "names no day that is to come")]
    [InlineData("schedule=0+0+8+%3F+*+THU&quiet=atlantis", "is no quiet day")]
    public async Task A_wrong_rule_is_refused_with_a_sentence_as_one_types(string query, string sentence)
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        using var admin = await AdminAsync(site);
        var shown = await RunsAsync(admin, query);
        Assert.Contains(sentence, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>", shown, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_rule_is_saved_form_by_form(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        using var admin = await AdminAsync(site);
        using var when = await SaveAsync(
            admin,
            "every",
            ("form", "when"),
            ("schedule", "0 0 8 ? * THU"),
            ("quiet", "fr")
        );
        using var what = await SaveAsync(
            admin,
            "every",
            ("form", "what"),
            ("minimum", "2"),
            ("maximum", "5"),
            ("authors", "A, B")
        );
        using var who = await SaveAsync(
            admin,
            "every",
            ("form", "who"),
            ("approval", "person"),
            ("draft-before", "24h")
        );
        Assert.All([when, what, who], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        await using var db = site.Database.Open();
        var publication = await db.Set<Publication>().SingleAsync(Cancel);
        var edition = publication.EveryIssue;
        Assert.Equal(("0 0 8 ? * THU", 2, 5), (edition.Schedule, edition.Minimum, edition.Policy.Most));
        Assert.Equal(["A", "B"], edition.Policy.Authors);
        Assert.True(edition.Policy.NeedsPerson);
        Assert.Equal(["fr"], publication.QuietDays.Words);
        Assert.Equal(3, await db.Set<AuditEntry>().CountAsync(e => e.Act == "publication.rule", Cancel));
    }

    [Theory]
    [InlineData("minimum", "many", "is no number of columns")]
    [InlineData("minimum", "900", "is not possible")]
    [InlineData("maximum", "0", "is no maximum")]
    public async Task A_number_that_is_none_is_refused_and_kept(string field, string typed, string sentence)
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        using var admin = await AdminAsync(site);
        using var refused = await SaveAsync(admin, "every", ("form", "what"), (field, typed));
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Readers_of_a_weekly_edition_that_is_taken_back_get_every_issue_again(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        using var admin = await AdminAsync(site);
        using var offered = await SaveAsync(admin, "weekly", ("form", "when"), ("schedule", "0 0 9 ? * MON"));
        await using var db = site.Database.Open();
        var publication = await db.Set<Publication>().SingleAsync(Cancel);
        Assert.Equal("0 0 9 ? * MON", publication.EditionOf(Edition.Weekly)?.Schedule);
        await DeskWorld.ReaderAsync(site, publication);
        await db.Set<Subscription>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Rhythm, Edition.Weekly), Cancel);
        using var taken = await SaveAsync(admin, "weekly", ("form", "when"), ("schedule", ""));
        var page = await admin.GetStringAsync(taken.Headers.Location, Cancel);
        Assert.Contains("Readers who get every issue again: 1.", page, StringComparison.Ordinal);
        Assert.Equal(Edition.Every, await db.Set<Subscription>().Select(s => s.Rhythm).SingleAsync(Cancel));
    }

    private static async Task<HttpClient> AdminAsync(DeskSite site)
    {
        var here = await site.PublicationAsync();
        await using (var db = site.Database.Open())
        {
            db.Attach(here).Entity.SetTimeZone("Europe/Paris", site.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync(Cancel);
        }

        return await site.SignedInAsync(StaffRole.Admin, here.Id);
    }

    private static async Task<string> RunsAsync(HttpClient admin, string query) =>
        WebUtility.HtmlDecode(
            await admin.GetStringAsync(new Uri($"{Here}?handler=Runs&{query}", UriKind.Relative), Cancel)
        );

    private static Task<HttpResponseMessage> SaveAsync(
        HttpClient admin,
        string rhythm,
        params (string, string)[] fields
    ) => DeskSite.PostToAsync(admin, Here, $"{Here}?handler=Save&rhythm={rhythm}", fields);
}
