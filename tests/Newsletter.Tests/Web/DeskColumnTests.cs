using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Columns;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed partial class DeskColumnTests
{
    // One white pixel.
    private const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_column_is_written_changed_compared_and_set_back(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["publication"] = here.Slug,
            ["title"] = "Un article",
            ["authors"] = "Ada Lovelace | mathématicienne",
            ["body"] = "Un *premier* paragraphe.\n\n::: pullquote\nUne phrase.\n:::",
        };
        Assert.Equal("/desk/columns/1", await GoneToAsync(editor, "/desk/columns/new", form));

        var edit = await PageAsync(editor, "/desk/columns/1/edit");
        Assert.Contains("Un *premier* paragraphe.", edit, StringComparison.Ordinal);
        form["seen"] = "1";
        form["body"] = "Un *second* paragraphe.\n\n::: pullquote\nUne phrase.\n:::";
        Assert.Equal("/desk/columns/1", await GoneToAsync(editor, "/desk/columns/1/edit", form));
        var shown = await PageAsync(editor, "/desk/columns/1");
        Assert.Contains("<del>premier</del><ins>second</ins>", shown, StringComparison.Ordinal);

        // Somebody who still looks at the first revision overwrites nothing, and loses nothing of what they typed.
        form["body"] = "Autre chose encore.";
        using (var late = await PostAsync(editor, "/desk/columns/1/edit", "/desk/columns/1/edit", form))
        {
            var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Cancel));
            Assert.Contains("changed by somebody else meanwhile", page, StringComparison.Ordinal);
            Assert.Contains("Autre chose encore.", page, StringComparison.Ordinal);
        }

        Assert.Equal(
            "/desk/columns/1",
            await GoneToAsync(
                editor,
                "/desk/columns/1",
                new() { ["seen"] = "2", ["number"] = "1" },
                "/desk/columns/1?handler=Restore"
            )
        );
        await using var db = site.Database.Open();
        var revisions = await db.ColumnRevisions.OrderBy(r => r.Number).ToListAsync(Cancel);
        Assert.Equal([null, "editor1", null], revisions.Select(r => r.EditedBy));
        Assert.Equal(revisions[0].ContentHash, revisions[2].ContentHash);
        var acts = await db.Set<AuditEntry>().OrderBy(act => act.Id).Select(act => act.Act).ToListAsync(Cancel);
        Assert.Equal(["column.add", "column.edit", "column.edit", "column.restore"], acts);
    }

    [Theory, OnBothDatabases]
    public async Task A_source_does_not_write_over_what_was_changed_at_the_desk_until_it_is_taken_again(
        Provider provider
    )
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        var intake = site.Services.GetRequiredService<Intake>();
        Task<TakenColumn> Come(string text) =>
            intake.TakeAsync(here.Slug, "test:1", Some.Column("Un titre", text), Cancel);
        await Come("Le texte de la source.");
        await GoneToAsync(
            editor,
            "/desk/columns/1/edit",
            new()
            {
                ["seen"] = "1",
                ["title"] = "Un titre corrigé",
                ["body"] = "Le texte de la source.",
            }
        );

        Assert.Equal(ColumnChange.None, (await Come("Le texte de la source.")).Change);
        Assert.Equal(ColumnChange.None, (await Come("Un texte plus neuf.")).Change);
        Assert.Equal("Un titre corrigé", await TitleAsync(site));
        await GoneToAsync(
            editor,
            "/desk/columns/1",
            new() { ["seen"] = "2", ["number"] = "1" },
            "/desk/columns/1?handler=Restore"
        );
        Assert.Equal(ColumnChange.Revised, (await Come("Un texte plus neuf.")).Change);
        Assert.Equal("Un titre", await TitleAsync(site));
    }

    [Fact]
    public async Task A_picture_is_taken_by_what_it_holds_and_wants_words()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);

        var taken = await UploadAsync(editor, here.Slug, Convert.FromBase64String(Png), "Un point blanc");
        var line = Picture().Match(taken);
        Assert.True(line.Success, taken);
        var name = line.Groups[1].Value;
        using var shown = await editor.GetAsync(new Uri($"/pictures/{name}", UriKind.Relative), Cancel);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);

        Assert.Contains(
            "Say what the picture shows",
            await UploadAsync(editor, here.Slug, Convert.FromBase64String(Png), ""),
            StringComparison.Ordinal
        );
        var script = await UploadAsync(editor, here.Slug, "<script>alert(1)</script>"u8.ToArray(), "Rien");
        Assert.DoesNotMatch(Picture(), script);
        Assert.Contains("class=\"problem\"", script, StringComparison.Ordinal);
        Assert.Contains("Du texte", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_serves_anothers_publication_too_is_seen_and_not_changed()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        var elsewhere = await site.PublicationAsync("autre");
        await DeskWorld.ColumnAsync(site, here);
        await DeskWorld.ColumnAsync(site, elsewhere);
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        using var seen = await editor.GetAsync(new Uri("/desk/columns/1", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        using var edit = await editor.GetAsync(new Uri("/desk/columns/1/edit", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, edit.StatusCode);
        using var posted = await PostAsync(
            editor,
            "/desk/columns/new",
            "/desk/columns/1/edit",
            new()
            {
                ["seen"] = "1",
                ["title"] = "T",
                ["body"] = "B",
            }
        );
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.Equal("Un titre", await TitleAsync(site));
    }

    private static async Task<string> TitleAsync(DeskSite site)
    {
        await using var db = site.Database.Open();
        return (await db.CurrentRevisions.SingleAsync(Cancel)).Title;
    }

    private static async Task<string> PageAsync(HttpClient browser, string path) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));

    private static Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string page,
        string action,
        Dictionary<string, string> fields
    ) => DeskSite.PostToAsync(browser, page, action, [.. fields.Select(field => (field.Key, field.Value))]);

    private static async Task<string?> GoneToAsync(
        HttpClient browser,
        string page,
        Dictionary<string, string> fields,
        string? action = null
    )
    {
        using var answer = await PostAsync(browser, page, action ?? page, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }

    private static async Task<string> UploadAsync(HttpClient editor, string slug, byte[] bytes, string alt)
    {
        var html = await editor.GetStringAsync(new Uri("/desk/columns/new", UriKind.Relative), Cancel);
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(html).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent(slug), "publication" },
            { new StringContent("Du texte"), "body" },
            { new StringContent(alt), "alt" },
            { file, "picture", "a.png" },
        };
        using var answer = await editor.PostAsync(
            new Uri("/desk/columns/new?handler=Picture", UriKind.Relative),
            form,
            Cancel
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex("!\\[Un point blanc\\]\\(<http[^>]*/pictures/([0-9a-f]+\\.png)>\\)", RegexOptions.None, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
