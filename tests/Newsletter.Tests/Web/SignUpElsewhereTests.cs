using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

/// <summary>Signing up from other sites: by a form that was copied, or by a script.</summary>
public sealed class SignUpElsewhereTests
{
    private const string Json = "/lettre/subscribe.json";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copied_form_signs_up_at_once_and_its_page_is_in_the_proof()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await CopiedAsync(site);
        fields["email"] = "ada@example.org";
        using var form = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/lettre/subscribe") { Content = form };
        request.Headers.Referrer = new Uri("https://blog.example.net/about?reader=ada");
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = site.Database.Open();
        var proof = await db.Consents.SingleAsync(Cancel);
        Assert.Equal(("embedded", "https://blog.example.net/about"), (proof.Form, proof.Page));
    }

    [Fact]
    public async Task A_copied_form_with_an_old_sentence_leads_to_the_present_one_and_keeps_what_was_typed()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await CopiedAsync(site);
        (fields["email"], fields["name"]) = ("ada@example.org", "Ada");
        await using (var db = site.Database.Open())
        {
            (await db.Publications.SingleAsync(Cancel)).SetSignUpSentence("J’accepte tout.");
            await db.SaveChangesAsync(Cancel);
        }

        using var asked = await site.SendAsync("/lettre/subscribe", fields);
        var page = await asked.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("J’accepte tout.", page, StringComparison.Ordinal);
        var again = ReaderForms.Fields(page);
        Assert.Equal(("ada@example.org", "Ada"), (again["email"], again["name"]));
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        using var taken = await site.SendAsync("/lettre/subscribe", again);
        Assert.Equal(SubscriptionState.Pending, await site.StateAsync(1));
    }

    [Theory, OnBothDatabases]
    public async Task A_script_signs_up_with_JSON_from_any_site(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        await site.PublicationAsync();
        using var preflight = await site.Client.SendAsync(new(HttpMethod.Options, Json), Cancel);
        Assert.Equal(["*"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["content-type"], preflight.Headers.GetValues("Access-Control-Allow-Headers"));
        var (status, answer) = await PostAsync(site, """{"email":"ada@example.org","name":"Ada"}""");
        Assert.Equal((HttpStatusCode.OK, """{"status":"check-your-mail"}"""), (status, answer));
        Assert.Equal(SubscriptionState.Pending, await site.StateAsync(1));
    }

    [Theory]
    [InlineData("", 400, "error")]
    [InlineData("[1]", 400, "error")]
    [InlineData("""{"email":5}""", 400, "error")]
    [InlineData("{}", 422, "error")]
    [InlineData("""{"email":"ada"}""", 422, "error")]
    [InlineData("""{"email":"ada@gmial.com"}""", 422, "\"suggestion\":\"ada@gmail.com\"")]
    [InlineData("""{"email":"ada@example.org","sentence":"Another."}""", 422, "\"sentence\":")]
    public async Task What_cannot_be_taken_is_answered_with_a_sentence(string body, int status, string holds)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var (answered, answer) = await PostAsync(site, body);
        Assert.Equal(status, (int)answered);
        Assert.Contains(holds, answer, StringComparison.Ordinal);
        await using var db = site.Database.Open();
        Assert.Equal(0, await db.Subscribers.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_page_is_in_the_colours_of_its_publication_and_its_policy_allows_them()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        await using (var db = site.Database.Open())
        {
            (await db.Publications.SingleAsync(Cancel)).SetTheme(Theme.Default.With("accent=#b0303a"));
            await db.SaveChangesAsync(Cancel);
        }

        using var answer = await site.Client.GetAsync("/lettre/subscribe", Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        var nonce = page.Split("nonce=\"")[1].Split('"')[0];
        Assert.Contains("--act:#b0303a", page, StringComparison.Ordinal);
        Assert.Contains(
            $"'nonce-{WebUtility.HtmlDecode(nonce)}'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "unsafe",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.0")]
    [InlineData("2001:db8:aa:bb::1", "2001:db8:aa::")]
    [InlineData("198.51.100.1, 203.0.113.9", "203.0.113.0")]
    [InlineData(null, "127.0.0.0")]
    public async Task A_proxy_on_this_machine_says_where_a_visitor_comes_from(string? forwarded, string network)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        if (forwarded is not null)
            site.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        await PostAsync(site, """{"email":"ada@example.org"}""");
        await using var db = site.Database.Open();
        Assert.Equal(network, (await db.Consents.SingleAsync(Cancel)).Network);
    }

    private static async Task<Dictionary<string, string>> CopiedAsync(ReaderSite site)
    {
        var page = await site.Client.GetStringAsync("/lettre/form", Cancel);
        return ReaderForms.Fields(WebUtility.HtmlDecode(page.Split("<textarea")[1].Split("</textarea>")[0]));
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(ReaderSite site, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await site.Client.PostAsync(Json, content, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
