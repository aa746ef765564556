using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed partial class SignUpPageTests
{
    private const string Page = "/lettre/subscribe";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task From_the_form_to_the_confirmation_by_two_buttons(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        await site.PublicationAsync();
        var fields = await site.FormAsync(Page);
        fields["email"] = "Ada@Example.org";
        fields["name"] = "Ada";
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        using var asked = await site.SendAsync(Page, fields);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("Ada@Example.org", await asked.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.False(asked.Headers.Contains("Set-Cookie"));
        Assert.Equal(SubscriptionState.Pending, await site.StateAsync(1));

        var link = await site.RequestPathAsync(LinkPurpose.Confirm, "confirm");
        var shown = await site.Client.GetStringAsync(link, Cancel);
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, link), Cancel);
        Assert.Equal((HttpStatusCode.OK, 1), (head.StatusCode, Regex.Count(shown, "<button")));
        Assert.Equal(SubscriptionState.Pending, await site.StateAsync(1));

        using var confirmed = await site.Client.PostAsync(link, null, Cancel);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(1));
        Assert.Equal(
            [(ConsentAct.Asked, "sign-up form"), (ConsentAct.Given, "confirmation mail")],
            await site.ProofAsync(1)
        );
    }

    [Fact]
    public async Task Known_and_unknown_addresses_are_answered_byte_for_byte_alike()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.ReaderAsync(await site.PublicationAsync(), "known@example.org");
        var fields = await site.FormAsync(Page);
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        var answers = new List<string>();
        foreach (var who in new[] { "known", "alien" })
        {
            fields["email"] = who + "@example.org";
            using var answer = await site.SendAsync(Page, fields);
            answers.Add((await answer.Content.ReadAsStringAsync(Cancel)).Replace(who, "x", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("\"quoted\"@example.org")]
    [InlineData("ada(comment)@example.org")]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("ada@[127.0.0.1]")]
    [InlineData("<script>alert(1)</script>@example.org")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task What_is_no_address_is_refused_with_a_sentence_and_stands_in_the_form(string typed)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await site.FormAsync(Page);
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        (fields["email"], fields["name"]) = (typed, "Ada <b>");
        using var answer = await site.SendAsync(Page, fields);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ada &lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        await using var db = site.Database.Open();
        Assert.Empty(await db.Subscribers.ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_address_of_400_characters_is_refused_and_one_of_a_unicode_domain_is_taken()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await site.FormAsync(Page);
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        fields["email"] = new string('a', 388) + "@example.org";
        using var long400 = await site.SendAsync(Page, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, long400.StatusCode);
        fields["email"] = "zoé@crème.example";
        using var unicode = await site.SendAsync(Page, fields);
        Assert.Equal(HttpStatusCode.OK, unicode.StatusCode);
        await using var db = site.Database.Open();
        Assert.Equal("zoé@xn--crme-6oa.example", (await db.Subscribers.SingleAsync(Cancel)).EmailKey);
    }

    [Fact]
    public async Task A_form_that_is_sent_at_once_is_shown_again_with_what_was_typed_and_then_works()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await site.FormAsync(Page);
        fields["email"] = "ada@example.org";
        using var quick = await site.SendAsync(Page, fields);
        var again = ReaderForms.Fields(await quick.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("ada@example.org", again["email"]);
        site.Database.Clock.Advance(TimeSpan.FromSeconds(2));
        using var taken = await site.SendAsync(Page, again);
        Assert.Equal(SubscriptionState.Pending, await site.StateAsync(1));
    }

    [Fact]
    public async Task A_slip_is_asked_about_with_both_addresses_as_buttons()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await site.FormAsync(Page);
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        (fields["email"], fields["name"]) = ("ada@gmial.com", "Ada");
        using var asked = await site.SendAsync(Page, fields);
        var page = await asked.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(
            ["ada@gmail.com", "ada@gmial.com"],
            Choice().Matches(page).Select(match => match.Groups["email"].Value)
        );
        var chosen = ReaderForms.Fields(page);
        chosen["email"] = "ada@gmail.com";
        using var taken = await site.SendAsync(Page, chosen);
        await using var db = site.Database.Open();
        var subscriber = await db.Subscribers.SingleAsync(Cancel);
        Assert.Equal(("ada@gmail.com", "Ada"), (subscriber.Email, subscriber.Name));
    }

    [Fact]
    public async Task A_form_posted_ten_thousand_times_sends_one_mail_and_stays_fast()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var fields = await site.FormAsync(Page);
        fields["email"] = "ada@example.org";
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        var statuses = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 10_000),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel },
            async (_, _) =>
            {
                using var answer = await site.SendAsync(Page, fields);
                statuses.Add(answer.StatusCode);
            }
        );
        Assert.All(
            statuses,
            status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{status}")
        );
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed}");
        await using var db = site.Database.Open();
        Assert.Equal(
            (1, 1, 1),
            (
                await db.ReaderRequests.CountAsync(Cancel),
                await db.Subscribers.CountAsync(Cancel),
                await db.Consents.CountAsync(Cancel)
            )
        );
    }

    [Fact]
    public async Task A_closed_publication_says_so_and_one_that_is_not_there_is_not_found()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        await using (var db = site.Database.Open())
        {
            (await db.Publications.SingleAsync(Cancel)).SetTakesSignUps(false);
            await db.SaveChangesAsync(Cancel);
        }

        var page = await site.Client.GetStringAsync(Page, Cancel);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Page[1..], await site.Client.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        using var post = await site.SendAsync(Page, new Dictionary<string, string> { ["email"] = "ada@example.org" });
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        using var none = await site.Client.GetAsync("/none/subscribe", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nbroken")]
    [InlineData("application/json", "{}")]
    [InlineData("application/x-www-form-urlencoded", "%%%=%00&&&")]
    public async Task What_is_no_form_is_answered_by_the_form(string type, string body)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await site.Client.PostAsync(Page, content, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<form", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unsubscribe/broken")]
    [InlineData("/unsubscribe/broken/undo")]
    [InlineData("/unsubscribe")]
    [InlineData("/fresh-link")]
    public async Task A_broken_link_offers_a_fresh_one_by_mail(string path)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.ReaderAsync(await site.PublicationAsync(), "ada@example.org");
        using var broken = await site.Client.GetAsync(path, Cancel);
        var page = await broken.Content.ReadAsStringAsync(Cancel);
        var target = new Uri(new Uri(site.Client.BaseAddress!, path), ReaderForms.Action(page));
        var answers = new List<string>();
        foreach (var who in new[] { "ada", "eve" })
        {
            using var answer = await site.SendAsync(
                target.AbsolutePath,
                new Dictionary<string, string> { ["email"] = who + "@example.org" }
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add((await answer.Content.ReadAsStringAsync(Cancel)).Replace(who, "x", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
        await using var db = site.Database.Open();
        Assert.Equal(ReaderRequestKind.FreshLink, (await db.ReaderRequests.SingleAsync(Cancel)).Kind);
    }

    [GeneratedRegex(
        "<button[^>]*name=\"email\" value=\"(?<email>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Choice();
}
