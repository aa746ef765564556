using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Staff;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed partial class DeskIssueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_issue_goes_from_columns_to_the_queue_and_back_and_each_act_is_in_the_trail(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        await DeskWorld.ColumnAsync(site, here);
        await DeskWorld.ReaderAsync(site, here);
        using var editor = await site.SignedInAsync(StaffRole.Editor, here.Id);
        using var publisher = await site.SignedInAsync(StaffRole.Publisher, here.Id);

        Assert.Equal(
            "/desk/issues/1",
            await GoneToAsync(editor, "/desk/issues", "/desk/issues", ("publication", here.Slug))
        );
        await GoneToAsync(
            editor,
            "/desk/issues/1/content",
            "/desk/issues/1/content?handler=Headline",
            ("subject", "Bonjour"),
            ("preheader", "")
        );
        using (var refused = await DeskSite.PostToAsync(editor, "/desk/issues/1", "/desk/issues/1?handler=Approve"))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (var unseen = await DeskSite.PostToAsync(publisher, "/desk/issues/1", "/desk/issues/1?handler=Approve"))
            Assert.Contains(
                "has changed since you looked",
                await unseen.Content.ReadAsStringAsync(Cancel),
                StringComparison.Ordinal
            );
        await ApproveAsync(publisher);
        using (var refused = await DeskSite.PostToAsync(editor, "/desk/issues", "/desk/issues/1?handler=Reopen"))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var shown = await publisher.GetStringAsync(new Uri("/desk/issues/1", UriKind.Relative), Cancel);
        Assert.Contains("It would go to 1 reader(s)", shown, StringComparison.Ordinal);
        await GoneToAsync(publisher, "/desk/issues/1", "/desk/issues/1?handler=Queue");

        var queued = await IssueAsync(site);
        Assert.Equal((IssueState.Queued, "Bonjour"), (queued.State, queued.Subject));
        Assert.Equal(TimeSpan.FromMinutes(1), queued.NotBefore - site.Database.Clock.GetUtcNow());
        await GoneToAsync(publisher, "/desk/issues/1", "/desk/issues/1?handler=Pause");
        await GoneToAsync(publisher, "/desk/issues/1", "/desk/issues/1?handler=Resume");
        await GoneToAsync(publisher, "/desk/issues/1", "/desk/issues/1?handler=Cancel");
        Assert.Equal(IssueState.Cancelled, (await IssueAsync(site)).State);

        await using var db = site.Database.Open();
        var acts = await db.Set<AuditEntry>().OrderBy(e => e.Id).ToListAsync(Cancel);
        Assert.Equal(
            [
                "issue.compose",
                "issue.headline",
                "issue.approve",
                "issue.approve",
                "issue.queue",
                "issue.pause",
                "issue.resume",
                "issue.cancel",
            ],
            acts.Select(act => act.Act)
        );
        Assert.All(acts, act => Assert.Equal(here.Id, act.PublicationId));
        Assert.Equal(AuditOutcome.Refused, acts[2].Outcome);
        acts.RemoveAt(2);
        Assert.All(acts, act => Assert.Equal(AuditOutcome.Done, act.Outcome));
        Assert.Equal(("Approved", "publisher1"), (acts[3].Before, acts[3].Member));
    }

    [Fact]
    public async Task What_is_refused_is_said_on_the_page_and_stands_in_the_trail()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var publisher = await site.SignedInAsync(StaffRole.Publisher);
        using var answer = await DeskSite.PostAsync(publisher, "/desk/issues", ("publication", here.Slug));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "There is nothing to carry",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        await using var db = site.Database.Open();
        var act = await db.Set<AuditEntry>().SingleAsync(Cancel);
        Assert.Equal(AuditOutcome.Refused, act.Outcome);
        Assert.Contains("There is nothing to carry", act.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_many_readers_their_number_is_typed()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        await DeskWorld.ColumnAsync(site, here);
        await ReadersAsync(site, here, 1000);
        using var publisher = await site.SignedInAsync(StaffRole.Publisher);
        await GoneToAsync(publisher, "/desk/issues", "/desk/issues", ("publication", here.Slug));
        await ApproveAsync(publisher);

        foreach (var typed in new[] { "", "100", "a thousand" })
        {
            using var answer = await DeskSite.PostToAsync(
                publisher,
                "/desk/issues/1",
                "/desk/issues/1?handler=Queue",
                ("count", typed)
            );
            var page = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("type that number", page, StringComparison.Ordinal);
        }
        Assert.Equal(IssueState.Approved, (await IssueAsync(site)).State);
        await GoneToAsync(
            publisher,
            "/desk/issues/1",
            "/desk/issues/1?handler=Queue",
            ("count", "1,000"),
            ("at", "2030-01-02T08:00")
        );
        Assert.Equal(2030, (await IssueAsync(site)).NotBefore!.Value.Year);
    }

    [Fact]
    public async Task Whoever_looks_on_is_told_that_something_changed()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        await DeskWorld.FillAsync(site, here);
        using var editor = await site.SignedInAsync(StaffRole.Editor);
        using var answer = await editor.GetAsync(
            new Uri("/desk/issues/1/progress?handler=Events", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Cancel
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal(": here", await lines.ReadLineAsync(Cancel));
        await DeskWorld.ReaderAsync(site, here, "second@example.org");
        site.Database.Clock.Advance(TimeSpan.FromSeconds(2));
        string? line;
        while ((line = await lines.ReadLineAsync(Cancel)) is "" or ": here") { }
        Assert.Equal("event: changed", line);
    }

    private static async Task<string?> GoneToAsync(
        HttpClient browser,
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await DeskSite.PostToAsync(browser, page, action, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }

    private static async Task ApproveAsync(HttpClient publisher)
    {
        var page = await publisher.GetStringAsync(new Uri("/desk/issues/1", UriKind.Relative), Cancel);
        var seen = Seen().Match(page).Groups[1].Value;
        Assert.NotEmpty(seen);
        await GoneToAsync(publisher, "/desk/issues/1", "/desk/issues/1?handler=Approve", ("seen", seen));
    }

    private static async Task<Issue> IssueAsync(DeskSite site)
    {
        await using var db = site.Database.Open();
        return await db.Set<Issue>().SingleAsync(Cancel);
    }

    private static async Task ReadersAsync(DeskSite site, Publication of, int count)
    {
        await using var db = site.Database.Open();
        var now = site.Database.Clock.GetUtcNow();
        for (var number = 0; number < count; number++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"reader{number}@example.net");
            DeskWorld.Add(db, of, EmailAddress.Parse(address), now);
        }
        await db.SaveChangesAsync(Cancel);
        await db.Set<Subscription>()
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SubscriptionState.Active), Cancel);
    }

    [GeneratedRegex("name=\"seen\" value=\"([0-9a-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Seen();
}
