using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed partial class DeskStaffTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Who_is_invited_joins_once_and_may_what_the_invitation_says(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        using var answer = await DeskSite.PostToAsync(
            admin,
            "/desk/staff",
            "/desk/staff?handler=Invite",
            ("email", "bob@example.org"),
            ("role", "Publisher"),
            ("publication", $"{here.Id}")
        );
        var link = Link().Match(await answer.Content.ReadAsStringAsync(Cancel)).Value;
        using var bob = site.Visitor();
        // The address is the invitation's, whatever the form says.
        using var joined = await DeskSite.PostAsync(
            bob,
            link,
            ("name", "Bob"),
            ("email", "eve@example.org"),
            ("password", DeskSite.Password)
        );
        Assert.Equal("/desk", joined.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/desk/issues", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bob.GetAsync("/desk/staff", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await bob.GetAsync(link, Cancel)).StatusCode);
        await using var db = site.Database.Open();
        var member = await db.Staff.SingleAsync(m => m.Name == "Bob", Cancel);
        Assert.Equal("bob@example.org", member.Email);
        var post = await db.StaffPosts.SingleAsync(p => p.MemberId == member.Id, Cancel);
        Assert.Equal((here.Id, StaffRole.Publisher), (post.PublicationId, post.Role));
    }

    [Theory, OnBothDatabases]
    public async Task There_is_always_an_admin_of_all(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        using var answer = await DeskSite.PostToAsync(
            admin,
            "/desk/staff",
            "/desk/staff?handler=Take",
            ("member", "1"),
            ("publication", "")
        );
        Assert.Contains(
            "make somebody else one first",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/desk/staff", Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_admin_of_one_publication_gives_roles_in_no_other()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        var other = await site.PublicationAsync("autre");
        var hidden = await site.MemberAsync("hidden@example.org", StaffRole.Editor, other.Id);
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        Assert.DoesNotContain(
            "hidden@example.org",
            await admin.GetStringAsync(new Uri("/desk/staff", UriKind.Relative), Cancel),
            StringComparison.Ordinal
        );
        foreach (var place in new[] { "", $"{other.Id}" })
        {
            using var refused = await DeskSite.PostToAsync(
                admin,
                "/desk/staff",
                "/desk/staff?handler=Give",
                ("member", $"{hidden.Id}"),
                ("role", "Admin"),
                ("publication", place)
            );
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task An_admin_of_one_publication_reaches_nobody_who_works_for_others_alone()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        var other = await site.PublicationAsync("autre");
        var hidden = await site.MemberAsync("hidden@example.org", StaffRole.Editor, other.Id);
        var shown = await site.MemberAsync("shown@example.org", StaffRole.Editor, here.Id);
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        async Task<HttpStatusCode> GiveAsync(int member, string role)
        {
            using var answer = await DeskSite.PostToAsync(
                admin,
                "/desk/staff",
                "/desk/staff?handler=Give",
                ("member", $"{member}"),
                ("role", role),
                ("publication", $"{here.Id}")
            );
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotFound, await GiveAsync(hidden.Id, "Editor"));
        Assert.Equal(HttpStatusCode.NotFound, await GiveAsync(9999, "Editor"));
        Assert.Equal(HttpStatusCode.OK, await GiveAsync(shown.Id, ""));
        Assert.Equal(HttpStatusCode.BadRequest, await GiveAsync(shown.Id, "Emperor"));
        await using (var db = site.Database.Open())
            Assert.Equal(StaffRole.Editor, (await db.StaffPosts.SingleAsync(p => p.MemberId == shown.Id, Cancel)).Role);
        Assert.Equal(HttpStatusCode.Redirect, await GiveAsync(shown.Id, "Publisher"));
    }

    [Fact]
    public async Task A_locked_account_is_told_like_one_that_is_not_there()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        await site.MemberAsync("ada@example.org", StaffRole.Editor);
        using var visitor = site.Visitor();
        async Task<string> TryAsync(string email, string password)
        {
            using var answer = await DeskSite.PostAsync(
                visitor,
                "/desk/sign-in",
                ("email", email),
                ("password", password)
            );
            return answer.StatusCode is HttpStatusCode.Redirect
                ? "in"
                : Problem().Match(await answer.Content.ReadAsStringAsync(Cancel)).Value;
        }

        var unknown = await TryAsync("eve@example.org", "no");
        Assert.NotEmpty(unknown);
        for (var turn = 0; turn < 8; turn++)
            Assert.Equal(unknown, await TryAsync("ada@example.org", "no"));
        Assert.Equal(unknown, await TryAsync("ada@example.org", DeskSite.Password));
        await using (var db = site.Database.Open())
            await db.Staff.ExecuteUpdateAsync(set => set.SetProperty(m => m.LockoutEnd, (DateTimeOffset?)null), Cancel);
        Assert.Equal("in", await TryAsync("ada@example.org", DeskSite.Password));
    }

    [GeneratedRegex("<p class=\"problem\"[^<]*<", RegexOptions.None, 1000)]
    private static partial Regex Problem();

    [Fact]
    public async Task Another_password_signs_the_other_browsers_out()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        using var here = await site.SignedInAsync(StaffRole.Editor, email: "ada@example.org");
        using var there = site.Visitor();
        using (
            await DeskSite.PostAsync(
                there,
                "/desk/sign-in",
                ("email", "ada@example.org"),
                ("password", DeskSite.Password)
            )
        )
            Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/desk", Cancel)).StatusCode);

        using var wrong = await DeskSite.PostToAsync(
            here,
            "/desk/account",
            "/desk/account?handler=Password",
            ("present", "another one"),
            ("wanted", "a new sentence for the desk")
        );
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var changed = await DeskSite.PostToAsync(
            here,
            "/desk/account",
            "/desk/account?handler=Password",
            ("present", DeskSite.Password),
            ("wanted", "a new sentence for the desk")
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/desk", Cancel)).StatusCode);
    }

    [GeneratedRegex("/desk/join/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
