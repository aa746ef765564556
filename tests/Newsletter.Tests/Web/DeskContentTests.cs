using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Columns;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class DeskContentTests
{
    private const string Page = "/desk/issues/1/content";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_draft_is_arranged_with_script_and_without(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        var (one, two, three) = (
            await ColumnAsync(site, here, "Un"),
            await ColumnAsync(site, here, "Deux"),
            await ColumnAsync(site, here, "Trois")
        );
        await ComposeAsync(editor, here);
        var four = await ColumnAsync(site, here, "Quatre");

        await PostAsync(editor, "Columns", ("order", $"{three},{one},{two}"));
        Assert.Equal([three, one, two], await CarriedAsync(site));
        await PostAsync(editor, "Columns", ("order", $"{three},{one},{two}"), ("up", $"{two}"));
        Assert.Equal([three, two, one], await CarriedAsync(site));
        await PostAsync(editor, "Columns", ("order", $"{three},{two},{one}"), ("out", $"{three}"), ("add", $"{four}"));
        Assert.Equal([two, one, four], await CarriedAsync(site));
    }

    [Fact]
    public async Task What_the_page_did_not_show_stays_in_the_issue()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        var (one, two) = (await ColumnAsync(site, here, "Un"), await ColumnAsync(site, here, "Deux"));
        await ComposeAsync(editor, here);
        await PostAsync(editor, "Columns", ("order", $"{two}"));
        Assert.Equal([two, one], await CarriedAsync(site));
    }

    [Fact]
    public async Task A_segment_is_counted_while_it_is_typed_and_a_wrong_one_is_told()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        await ColumnAsync(site, here, "Un");
        await DeskWorld.ReaderAsync(site, here);
        await ComposeAsync(editor, here);

        Assert.Equal("It would go to 1 reader now.", await CountAsync(editor, "language is fr"));
        Assert.Equal("It would go to 0 readers now.", await CountAsync(editor, "language is de"));
        Assert.Contains("nonsense", await CountAsync(editor, "nonsense"), StringComparison.Ordinal);
        await PostAsync(editor, "Audience", ("segment", "language is de"));
        await using var db = site.Database.Open();
        Assert.Equal("language is de", (await db.IssueAsync(1, Cancel)).Segment);
    }

    [Fact]
    public async Task A_value_that_is_not_of_its_kind_is_a_bad_request_and_changes_nothing()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        var one = await ColumnAsync(site, here, "Un");
        await ComposeAsync(editor, here);
        using var answer = await DeskSite.PostToAsync(editor, Page, $"{Page}?handler=Columns", ("out", "all"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([one], await CarriedAsync(site));
    }

    private static async Task<int> ColumnAsync(DeskSite site, Publication publication, string title) =>
        (
            await site
                .Services.GetRequiredService<Intake>()
                .TakeAsync(publication.Slug, $"test:{title}", Some.Column(title, $"Le texte de {title}."), Cancel)
        )
            .Column
            .Id;

    private static async Task ComposeAsync(HttpClient editor, Publication publication)
    {
        using var answer = await DeskSite.PostAsync(editor, "/desk/issues", ("publication", publication.Slug));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task PostAsync(HttpClient editor, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await DeskSite.PostToAsync(editor, Page, $"{Page}?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task<string> CountAsync(HttpClient editor, string segment) =>
        editor.GetStringAsync(
            new Uri($"{Page}?handler=Count&segment={Uri.EscapeDataString(segment)}", UriKind.Relative),
            Cancel
        );

    private static async Task<List<int>> CarriedAsync(DeskSite site)
    {
        await using var db = site.Database.Open();
        return [.. (await db.IssueAsync(1, Cancel)).Columns.Select(column => column.ColumnId)];
    }
}
