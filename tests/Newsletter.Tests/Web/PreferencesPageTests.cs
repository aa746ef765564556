using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class PreferencesPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task One_form_saves_everything_that_is_chosen(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await PageAsync(site);
        var page = await site.PostAsync(
            path,
            [.. Form(id), ("name", "Zoé"), ("language", "en"), ($"pause-{id}", "2026-04-01")]
        );
        Assert.Contains("Your choices are saved", page, StringComparison.Ordinal);
        var saved = await site.SubscriptionAsync(id);
        Assert.Equal(("Zoé", "en"), (saved.Subscriber.Name, saved.Subscriber.Language));
        Assert.Equal(SubscriptionState.Paused, saved.State);
        // Midnight in Paris, on summer time by then.
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero), saved.PausedUntil);
        Assert.Contains("value=\"2026-04-01\"", await site.GetAsync(path), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_form_with_a_fault_nothing_is_saved_and_all_is_shown_again(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await PageAsync(site);
        foreach (var wrong in new[] { "2026-03-05", "2027-03-06", "soon", "31/02/2026", "-1" })
        {
            var page = await site.PostAsync(path, [.. Form(id), ("name", "Zoé <b>"), ($"pause-{id}", wrong)]);
            Assert.Contains("Rien n’est encore enregistré", page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{wrong}\"", page, StringComparison.Ordinal);
            Assert.Contains("value=\"Zoé <b>\"", page, StringComparison.Ordinal);
            var same = await site.SubscriptionAsync(id);
            Assert.Equal((SubscriptionState.Active, (string?)null), (same.State, same.Subscriber.Name));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_rhythm_is_one_of_the_editions_that_the_publication_has(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await PageAsync(site);
        await site.PostAsync(path, [.. Form(id), ($"rhythm-{id}", "monthly")]);
        Assert.Equal("every", (await site.SubscriptionAsync(id)).Rhythm);
        await using (var db = site.Database.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO editions (publication_id, rhythm, minimum) SELECT id, 'monthly', 1 FROM publications",
                Cancel
            );
        }

        Assert.Contains("Une fois par mois", await site.GetAsync(path), StringComparison.Ordinal);
        await site.PostAsync(path, [.. Form(id), ($"rhythm-{id}", "monthly")]);
        Assert.Equal("monthly", (await site.SubscriptionAsync(id)).Rhythm);
    }

    [Theory, OnBothDatabases]
    public async Task Clearing_the_box_leaves_and_ticking_it_soon_comes_back(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await PageAsync(site);
        await site.PostAsync(path, ("shown", "1"), ($"was-{id}", "1"));
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
        await site.PostAsync(path, ("shown", "1"), ($"was-{id}", "0"), ($"on-{id}", "1"));
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
        Assert.Equal(
            [ConsentAct.Given, ConsentAct.Withdrawn, ConsentAct.Restored],
            (await site.ProofAsync(id)).Select(line => line.Act)
        );
    }

    [Theory, OnBothDatabases]
    public async Task An_old_link_brings_back_nobody_without_a_mail_to_the_address(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await PageAsync(site);
        await site.PostAsync(path, ("shown", "1"), ($"was-{id}", "1"));
        site.Database.Clock.Advance(TimeSpan.FromDays(30));
        for (var i = 0; i < 3; i++)
        {
            var page = await site.PostAsync(path, ("shown", "1"), ($"was-{id}", "0"), ($"on-{id}", "1"));
            Assert.Contains("confirmez-le dans le courriel", page, StringComparison.Ordinal);
        }

        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
        await using var db = site.Database.Open();
        Assert.Equal(ReaderRequestKind.Confirm, (await db.ReaderRequests.SingleAsync(Cancel)).Kind);
        var asked = await db.Consents.OrderByDescending(c => c.Id).FirstAsync(Cancel);
        Assert.Equal((ConsentAct.Asked, "Je veux recevoir La Lettre"), (asked.Act, asked.Sentence));
    }

    [Fact]
    public async Task A_page_that_is_old_subscribes_nobody_who_left_in_the_meantime()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await PageAsync(site);
        await site.PostAsync(await site.PathAsync(id));
        await site.PostAsync(path, [.. Form(id), ("name", "Zoé")]);
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(id));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "was-1=1")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nbroken")]
    [InlineData("text/plain", "shown=1&was-1=1")]
    public async Task A_form_that_was_cut_clears_no_box(string type, string body)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await PageAsync(site);
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await site.Client.PostAsync(path, content, Cancel);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_elses_subscription_is_touched(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, path) = await PageAsync(site);
        var (other, _) = await site.ReaderAsync(await site.PublicationAsync("hebdo"), "other@example.org");
        await site.PostAsync(path, [.. Form(id), ($"was-{other}", "1"), ($"pause-{other}", "2026-04-01")]);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(other));
    }

    [Fact]
    public async Task Either_link_of_a_mail_opens_the_page_and_it_shows_no_address()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await PageAsync(site);
        var unsubscribe = await site.PathAsync(id);
        foreach (
            var at in new[] { path, unsubscribe.Replace("/unsubscribe/", "/preferences/", StringComparison.Ordinal) }
        )
        {
            var page = await site.GetAsync(at);
            Assert.Contains("Ce que vous recevez", page, StringComparison.Ordinal);
            Assert.DoesNotContain("reader@", page, StringComparison.Ordinal);
        }

        Assert.Contains("../preferences/", await site.GetAsync(unsubscribe), StringComparison.Ordinal);
        using var broken = await site.Client.GetAsync(path[..^1], Cancel);
        Assert.Equal(HttpStatusCode.NotFound, broken.StatusCode);
    }

    private static async Task<(long Id, string Path)> PageAsync(ReaderSite site)
    {
        var publication = await site.PublicationAsync();
        await site.SetAsync(publication, p => p.SetTimeZone("Europe/Paris", site.Database.Clock.GetUtcNow()));
        var (id, _) = await site.ReaderAsync(publication);
        return (id, "/preferences/" + await site.TokenAsync(LinkPurpose.Preferences, id));
    }

    // As the page stands for one who receives and changes nothing.
    private static (string, string)[] Form(long id) => [("shown", "1"), ($"was-{id}", "1"), ($"on-{id}", "1")];
}
