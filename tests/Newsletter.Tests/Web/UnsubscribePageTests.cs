using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class UnsubscribePageTests
{
    private static readonly FormUrlEncodedContent OneClick = new([new("List-Unsubscribe", "One-Click")]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task GET_and_HEAD_show_one_form_with_one_button_and_change_nothing(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        var page = await site.Client.GetStringAsync(path, Cancel);
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, path), Cancel);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((1, 1), (Count(page, "<form"), Count(page, "<button")));
        Assert.Contains("La Lettre", page, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
        Assert.Single(await site.ProofAsync(id));
    }

    [Theory, OnBothDatabases]
    public async Task One_click_withdraws_at_once_and_leaves_a_line_of_proof(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var answer = await site.Client.PostAsync(path, OneClick, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
        Assert.Equal((ConsentAct.Withdrawn, "one-click unsubscribe (RFC 8058)"), (await site.ProofAsync(id))[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task Leaving_twice_is_the_same_as_once(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var first = await site.Client.PostAsync(path, OneClick, Cancel);
        using var second = await site.Client.PostAsync(path, OneClick, Cancel);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(2, (await site.ProofAsync(id)).Count);
    }

    [Theory]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n"
    )]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nbroken")]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData("application/json", "{}")]
    [InlineData("not a type", "x")]
    [InlineData(null, "")]
    public async Task A_body_of_any_form_withdraws(string? type, string body)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", "application/nothing");
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
    }

    [Fact]
    public async Task The_form_of_the_page_withdraws_and_says_that_it_was_the_page()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        var action = Action(await site.Client.GetStringAsync(path, Cancel));
        using var answer = await site.Client.PostAsync(
            new Uri(new Uri(site.Client.BaseAddress!, path), action),
            null,
            Cancel
        );
        Assert.Equal((ConsentAct.Withdrawn, "unsubscribe page"), (await site.ProofAsync(id))[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task The_page_after_leaving_undoes_it(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var left = await site.Client.PostAsync(path + "?from=page", OneClick, Cancel);
        var action = Action(await left.Content.ReadAsStringAsync(Cancel));
        var undo = new Uri(new Uri(site.Client.BaseAddress!, path), action);
        using var back = await site.Client.PostAsync(undo, null, Cancel);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Contains("de nouveau", await back.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
        Assert.Equal(ConsentAct.Restored, (await site.ProofAsync(id))[^1].Act);
    }

    [Fact]
    public async Task An_old_link_brings_back_nobody_who_left_long_ago()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var left = await site.Client.PostAsync(path, OneClick, Cancel);
        site.Database.Clock.Advance(Unsubscribing.UndoFor + TimeSpan.FromMinutes(1));
        using var late = await site.Client.PostAsync(path + "/undo", null, Cancel);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
        Assert.DoesNotContain("<form", await site.Client.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("altered")]
    [InlineData("cut")]
    [InlineData("unknown key")]
    [InlineData("nonsense")]
    public async Task A_link_that_is_not_ours_changes_nothing_and_is_answered_in_plain_words(string how)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        var wrong = how switch
        {
            "altered" => path[..^1] + (path[^1] == 'A' ? 'B' : 'A'),
            "cut" => path[..^5],
            "unknown key" => "/unsubscribe/_" + path["/unsubscribe/_".Length..],
            _ => "/unsubscribe/%E2%82%AC%20x",
        };
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var answer = await site.Client.SendAsync(new(method, wrong), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(
                "This link does not work",
                await answer.Content.ReadAsStringAsync(Cancel),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
    }

    [Theory, OnBothDatabases]
    public async Task A_link_of_a_retired_key_works_for_ever(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        await using (var db = site.Database.Open())
        {
            var now = site.Database.Clock.GetUtcNow();
            await db.LinkKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.RetiredAt, now), Cancel);
        }

        Assert.NotEqual(path, await site.PathAsync(id));
        using var answer = await site.Client.PostAsync(path, OneClick, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
    }

    [Fact]
    public async Task A_link_whose_subscription_is_gone_is_answered_with_success()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        using var answer = await site.Client.PostAsync(await site.PathAsync(4711), OneClick, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task No_answer_sets_a_cookie_redirects_is_cached_or_lets_a_script_run()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, path) = await site.ReaderAsync(await site.PublicationAsync());
        foreach (
            var (method, at) in new[]
            {
                ("GET", path),
                ("POST", path),
                ("POST", path + "/undo"),
                ("GET", path + "/undo"),
                ("GET", "/unsubscribe/x"),
            }
        )
        {
            using var answer = await site.Client.SendAsync(new(new HttpMethod(method), at), Cancel);
            Assert.False(answer.Headers.Contains("Set-Cookie"), at);
            Assert.False((int)answer.StatusCode is >= 300 and < 400, at);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_method_that_no_page_knows_changes_nothing()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var answer = await site.Client.SendAsync(new(HttpMethod.Delete, path), Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow.Order());
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, path) = await site.ReaderAsync(await site.PublicationAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(new byte[1 << 20]),
        };
        request.Headers.ExpectContinue = true;
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static int Count(string page, string what) => page.Split(what).Length - 1;

    private static string Action(string page)
    {
        var from = page.IndexOf("action=\"", StringComparison.Ordinal) + "action=\"".Length;
        return WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]);
    }
}
