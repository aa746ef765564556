using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newsletter.Staff;
using Newsletter.Tests.Testing;
using Newsletter.Web.Desk;

namespace Newsletter.Tests.Web;

public sealed class DeskGateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_operators_link_opens_the_first_account_once(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var token = await site.Services.GetRequiredService<Invitations>().FirstAsync(Cancel);
        using var operatorsBrowser = site.Visitor();
        var fields = new[] { ("name", "Ada"), ("email", "ada@example.org"), ("password", DeskSite.Password) };

        using var made = await DeskSite.PostAsync(operatorsBrowser, $"/desk/join/{token}", fields);
        Assert.Equal("/desk", made.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await operatorsBrowser.GetAsync("/desk", Cancel)).StatusCode);

        using var second = site.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync($"/desk/join/{token}", Cancel)).StatusCode);
        await Assert.ThrowsAsync<Refusal>(() => site.Services.GetRequiredService<Invitations>().FirstAsync(Cancel));
        await using var db = site.Database.Open();
        var act = await db.AuditEntries.SingleAsync(Cancel);
        Assert.Equal(("staff.join", AuditOutcome.Done), (act.Act, act.Outcome));
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_sent_to_where_they_can_and_back()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        await site.MemberAsync("ada@example.org", StaffRole.Editor);
        using var visitor = site.Visitor();
        using var sent = await visitor.GetAsync("/desk?x=1", Cancel);
        var way = sent.Headers.Location!.OriginalString;
        Assert.Equal("/desk/sign-in?back=%2Fdesk%3Fx%3D1", way);
        using var wrong = await DeskSite.PostAsync(
            visitor,
            "/desk/sign-in",
            ("email", "ada@example.org"),
            ("password", "no")
        );
        using var unknown = await DeskSite.PostAsync(
            visitor,
            "/desk/sign-in",
            ("email", "eve@example.org"),
            ("password", "no")
        );
        var words = AccountWords.In("en").Wrong;
        Assert.Contains(words, await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains(words, await unknown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var elsewhere = await DeskSite.PostAsync(
            visitor,
            "/desk/sign-in",
            ("email", "ada@example.org"),
            ("password", DeskSite.Password),
            ("back", "//evil.example/desk/")
        );
        Assert.Equal("/desk", elsewhere.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing_any_more()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        using var browser = await site.SignedInAsync(StaffRole.Editor);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/desk", Cancel)).StatusCode);
        await using (var db = site.Database.Open())
        {
            var member = await db.Staff.SingleAsync(Cancel);
            await site.Services.GetRequiredService<StaffSessions>().EndAsync(member.Id, sessionId: null, Cancel);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/desk", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_no_role_sees_nothing()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        using var browser = await site.SignedInAsync(role: null);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/desk", Cancel)).StatusCode);
    }

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var pages = typeof(DeskPage)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DeskPage)) && !type.IsAbstract)
            .ToList();
        Assert.True(pages.Count > 3);
        Assert.DoesNotContain(
            pages,
            page =>
                !page.IsDefined(typeof(NeedsAttribute))
                && !page.IsDefined(typeof(OwnAccountAttribute))
                && !page.IsDefined(typeof(OpenToAllAttribute))
        );
        Assert.Equal(
            ["JoinModel", "SignInModel"],
            pages
                .Where(page => page.IsDefined(typeof(OpenToAllAttribute)))
                .Select(page => page.Name)
                .Order(StringComparer.Ordinal)
        );
    }
}
