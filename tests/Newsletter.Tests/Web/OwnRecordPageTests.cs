using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class OwnRecordPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_link_of_an_hour_shows_all_as_a_page_and_as_a_file(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, preferences) = await PreferencesAsync(site);
        await using (var db = site.Database.Open())
        {
            var reader = (await site.SubscriptionAsync(id)).SubscriberId;
            db.SubscriberFields.Add(new(reader, "town", "Saint-Étienne"));
            db.SubscriberTags.Add(new(reader, "choir"));
            await db.SaveChangesAsync(Cancel);
        }

        var path = await site.HourPathAsync(preferences);
        var page = await site.GetAsync(path);
        foreach (var held in new[] { "reader@example.org", "Saint-Étienne", "choir", "Yes", "paper", "La Lettre" })
            Assert.Contains(held, page, StringComparison.Ordinal);
        using var file = await site.Client.GetAsync(path + ".json", Cancel);
        Assert.Equal("application/json", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("no-store", file.Headers.CacheControl?.ToString());
        var record = JsonDocument.Parse(await file.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal("Saint-Étienne", record.GetProperty("fields").GetProperty("town").GetString());
        var proof = record.GetProperty("subscriptions")[0].GetProperty("proof")[0];
        Assert.Equal(
            ("given", "Yes"),
            (proof.GetProperty("act").GetString(), proof.GetProperty("sentence").GetString())
        );
    }

    [Theory, OnBothDatabases]
    public async Task After_an_hour_the_link_opens_nothing(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, preferences) = await PreferencesAsync(site);
        var path = await site.HourPathAsync(preferences);
        site.Database.Clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var at in new[] { path, path + ".json", path + "/erase", path + "/new-address" })
        {
            using var answer = await site.Client.GetAsync(at, Cancel);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.DoesNotContain("reader@", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using var erase = await site.Client.PostAsync(path + "/erase", null, Cancel);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
    }

    [Fact]
    public async Task Asking_for_the_link_again_and_again_mails_one()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, preferences) = await PreferencesAsync(site);
        var first = await site.PostAsync(preferences + "/own-data");
        for (var i = 0; i < 20; i++)
            Assert.Equal(first, await site.PostAsync(preferences + "/own-data"));
        await using var db = site.Database.Open();
        Assert.Equal(1, await db.ReaderRequests.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_second_button_erases_and_the_link_says_so_ever_after(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, preferences) = await PreferencesAsync(site);
        var path = await site.HourPathAsync(preferences);
        Assert.Contains("M’effacer maintenant", await site.GetAsync(path + "/erase"), StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
        Assert.Contains("Vous êtes effacé", await site.PostAsync(path + "/erase"), StringComparison.Ordinal);
        await using (var db = site.Database.Open())
        {
            Assert.Equal(0, await db.Subscribers.CountAsync(Cancel));
            Assert.True(SuppressionHash.Is((await db.Suppressions.SingleAsync(Cancel)).Target));
        }

        foreach (var at in new[] { path, path + "/erase", preferences, await site.PathAsync(id) })
            Assert.DoesNotContain("reader@", await site.GetAsync(at), StringComparison.Ordinal);
        await site.PostAsync(path + "/erase");
    }

    [Theory, OnBothDatabases]
    public async Task A_new_address_counts_once_it_is_confirmed_there(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, preferences) = await PreferencesAsync(site);
        var path = await site.HourPathAsync(preferences);
        await site.PostAsync(path + "/new-address", ("address", " Zoe@Example.com "));
        var move = await MovePathAsync(site, "zoe@example.com");
        await site.GetAsync(move);
        Assert.Equal("reader@example.org", (await site.SubscriptionAsync(id)).Subscriber.Email);
        Assert.Contains("Zoe@Example.com", await site.PostAsync(move), StringComparison.Ordinal);
        Assert.Equal(await site.PostAsync(move), await site.PostAsync(move));
        Assert.Equal("Zoe@Example.com", (await site.SubscriptionAsync(id)).Subscriber.Email);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_of_another_reader_is_answered_as_any_other_and_moves_nobody(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (id, preferences) = await PreferencesAsync(site);
        await site.ReaderAsync(await site.PublicationAsync("hebdo"), "other@example.org");
        var path = await site.HourPathAsync(preferences);
        var free = await site.PostAsync(path + "/new-address", ("address", "free@example.com"));
        var taken = await site.PostAsync(path + "/new-address", ("address", "other@example.org"));
        Assert.Equal(
            free.Replace("free@example.com", "", StringComparison.Ordinal),
            taken.Replace("other@example.org", "", StringComparison.Ordinal)
        );
        var answer = await site.PostAsync(await MovePathAsync(site, "other@example.org"));
        Assert.Contains("ne peut pas servir", answer, StringComparison.Ordinal);
        Assert.Equal("reader@example.org", (await site.SubscriptionAsync(id)).Subscriber.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("\"quoted\"@example.org")]
    [InlineData("(comment)a@example.org")]
    public async Task What_is_no_address_is_shown_again_with_a_sentence(string typed)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, preferences) = await PreferencesAsync(site);
        var path = await site.HourPathAsync(preferences);
        var page = await site.PostAsync(path + "/new-address", ("address", typed));
        Assert.Contains("Aucun courriel ne peut aller", page, StringComparison.Ordinal);
        await using var db = site.Database.Open();
        Assert.Equal(1, await db.ReaderRequests.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_link_of_another_purpose_opens_nothing()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, preferences) = await PreferencesAsync(site);
        var hour = await site.HourPathAsync(preferences);
        string[] wrong =
        [
            "/my-data/" + await site.TokenAsync(LinkPurpose.Unsubscribe, id),
            "/my-data/" + await site.TokenAsync(LinkPurpose.Preferences, id) + ".json",
            hour.Replace("/my-data/", "/new-address/", StringComparison.Ordinal),
            hour.Replace("/my-data/", "/preferences/", StringComparison.Ordinal),
            hour[..^2] + "/erase",
        ];
        foreach (var path in wrong)
        {
            using var answer = await site.Client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<(long Id, string Preferences)> PreferencesAsync(ReaderSite site)
    {
        var (id, _) = await site.ReaderAsync(await site.PublicationAsync());
        return (id, "/preferences/" + await site.TokenAsync(LinkPurpose.Preferences, id));
    }

    private static async Task<string> MovePathAsync(ReaderSite site, string to)
    {
        await using var db = site.Database.Open();
        var request = await db.ReaderRequests.SingleAsync(
            r => r.Kind == ReaderRequestKind.NewAddress && r.EmailKey == to,
            Cancel
        );
        return "/new-address/" + await site.TokenAsync(LinkPurpose.NewAddress, request.Id);
    }
}
