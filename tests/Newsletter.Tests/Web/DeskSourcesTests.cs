using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Columns;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class DeskSourcesTests
{
    private const string Here = "/desk/settings/lettre/sources";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_try_shows_the_first_columns_and_takes_nothing_in()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        using var tried = await AddAsync(admin, ("kind", "folder"), ("address", Folder(site)), ("dry", "true"));
        var page = WebUtility.HtmlDecode(await tried.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("<b>The river comes back</b>", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Folder(site)}\"", page, StringComparison.Ordinal);
        using var later = await AddAsync(
            admin,
            ("kind", "folder"),
            ("address", Folder(site)),
            ("since", "2100-01-01"),
            ("dry", "true")
        );
        Assert.DoesNotContain(
            "The river comes back",
            await later.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        await using var db = site.Database.Open();
        Assert.Empty(await db.Set<Source>().ToListAsync(Cancel));
        Assert.Empty(await db.Set<Column>().ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_source_is_added_fetched_paused_changed_resumed_and_taken_away(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        using var added = await AddAsync(admin, ("kind", "folder"), ("address", Folder(site)), ("since", "2020-01-31"));
        Assert.Equal(Here, added.Headers.Location?.OriginalString);
        await DoneAsync(admin, "Fetch");
        Assert.Contains("1 new", (await SourceAsync(site)).Told, StringComparison.Ordinal);
        await DoneAsync(admin, "Pause");
        Assert.NotNull((await SourceAsync(site)).PausedAt);
        await DoneAsync(admin, "Resume");
        Assert.Null((await SourceAsync(site)).PausedAt);
        await DoneAsync(admin, "Set", ("address", Folder(site)), ("since", ""), ("pages", "on"));
        var set = await SourceAsync(site);
        Assert.Equal((null, true), (set.Since, set.ReadsPages));
        using var unsure = await DeskSite.PostToAsync(admin, $"{Here}/1", $"{Here}/1?handler=Remove");
        Assert.Equal(HttpStatusCode.OK, unsure.StatusCode);
        await DoneAsync(admin, "Remove", ("sure", "true"));
        await using var db = site.Database.Open();
        Assert.Empty(await db.Set<Source>().ToListAsync(Cancel));
        var acts = await db.Set<AuditEntry>()
            .Where(e => e.Act.StartsWith("source.") && e.Outcome == AuditOutcome.Done)
            .OrderBy(e => e.Id)
            .Select(e => e.Act)
            .ToListAsync(Cancel);
        Assert.Equal(
            ["source.add", "source.fetch", "source.pause", "source.resume", "source.set", "source.remove"],
            acts
        );
    }

    [Fact]
    public async Task A_source_that_fails_says_why_and_how_often()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        const string Feed = "http://127.0.0.1/feed";
        using var tried = await AddAsync(admin, ("kind", "feed"), ("address", Feed), ("dry", "true"));
        Assert.Contains("class=\"problem\"", await tried.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var added = await AddAsync(admin, ("kind", "feed"), ("address", Feed));
        using var fetched = await DeskSite.PostToAsync(admin, $"{Here}/1", $"{Here}/1?handler=Fetch");
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
        var list = await admin.GetStringAsync(new Uri(Here, UriKind.Relative), Cancel);
        Assert.Contains("Failures in a row: 1.", list, StringComparison.Ordinal);
        Assert.Contains(
            WebUtility.HtmlEncode((await SourceAsync(site)).Trouble!),
            WebUtility.HtmlEncode(WebUtility.HtmlDecode(list)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_admin_of_one_publication_names_no_folder_of_the_machine_and_touches_no_source_of_another()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        await site.PublicationAsync("autre");
        await site
            .Services.GetRequiredService<SourceRegister>()
            .AddAsync("autre", SourceKind.Folder, Folder(site), null, false, Cancel);
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        foreach (var dry in new[] { "true", "false" })
        {
            using var refused = await AddAsync(admin, ("kind", "folder"), ("address", Folder(site)), ("dry", dry));
            var page = await refused.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("Only an admin of the whole installation", page, StringComparison.Ordinal);
            Assert.DoesNotContain("The river comes back", page, StringComparison.Ordinal);
        }

        // Under its own publication it is not theirs, and under theirs there is no such source.
        foreach (
            var (path, expected) in new[]
            {
                ("/desk/settings/autre/sources/1", HttpStatusCode.Forbidden),
                ("/desk/settings/lettre/sources/1", HttpStatusCode.NotFound),
            }
        )
        {
            using var paused = await DeskSite.PostToAsync(admin, Here, $"{path}?handler=Pause");
            Assert.Equal(expected, paused.StatusCode);
        }

        Assert.Null((await SourceAsync(site)).PausedAt);
    }

    private static string Folder(DeskSite site)
    {
        var folder = Path.Combine(site.Database.Folder.Path, "columns");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "river.md");
        if (!File.Exists(file))
            File.WriteAllText(
                file,
                "---\ndate: 2026-01-31\n---\n\n# The river comes back\n\nIt was gone for a long summer, and it comes back.\n"
            );
        return folder;
    }

    private static async Task<Source> SourceAsync(DeskSite site)
    {
        await using var db = site.Database.Open();
        return await db.Set<Source>().SingleAsync(Cancel);
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient admin, params (string, string)[] fields) =>
        DeskSite.PostToAsync(admin, Here, $"{Here}?handler=Add", fields);

    private static async Task DoneAsync(HttpClient admin, string handler, params (string, string)[] fields)
    {
        using var done = await DeskSite.PostToAsync(admin, $"{Here}/1", $"{Here}/1?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }
}
