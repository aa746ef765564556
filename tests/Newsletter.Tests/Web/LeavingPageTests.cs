using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

public sealed class LeavingPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_page_after_leaving_offers_to_leave_everything_and_takes_it_back_whole(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (first, path) = await site.ReaderAsync(await site.PublicationAsync());
        var (second, _) = await site.ReaderAsync(await site.PublicationAsync("hebdo", "L’Hebdo"));
        var (third, thirdPath) = await site.ReaderAsync(await site.PublicationAsync("mensuel", "Le Mensuel"));
        await site.PostAsync(thirdPath + "?from=page");
        var left = await site.PostAsync(path + "?from=page");
        Assert.Contains("L’Hebdo", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Le Mensuel", left, StringComparison.Ordinal);
        var all = await site.PostAsync(path + "/all");
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(second));
        Assert.Contains("undo?all", all, StringComparison.Ordinal);
        await site.PostAsync(path + "/undo?all");
        Assert.Equal(
            (SubscriptionState.Active, SubscriptionState.Active, SubscriptionState.Unsubscribed),
            (await site.StateAsync(first), await site.StateAsync(second), await site.StateAsync(third))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Taking_back_one_does_not_take_back_all(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (first, path) = await site.ReaderAsync(await site.PublicationAsync());
        var (second, _) = await site.ReaderAsync(await site.PublicationAsync("hebdo", "L’Hebdo"));
        await site.PostAsync(path + "/all");
        await site.PostAsync(path + "/undo");
        Assert.Equal(
            (SubscriptionState.Active, SubscriptionState.Unsubscribed),
            (await site.StateAsync(first), await site.StateAsync(second))
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_reason_is_taken_down_once_and_the_last_word_counts(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var (_, path) = await site.ReaderAsync(await site.PublicationAsync());
        await site.PostAsync(path);
        await site.PostAsync(path + "/why", ("reason", "too-many"), ("words", "Trop\r\nlong \u0007"));
        await using (var first = site.Database.Open())
        {
            var taken = await first.LeavingReasons.SingleAsync(Cancel);
            Assert.Equal(("too-many", "Trop long"), (taken.Reason, taken.Words));
        }

        var thanks = await site.PostAsync(path + "/why", ("reason", "made-up"), ("words", new string('é', 5000)));
        Assert.Contains("Merci", thanks, StringComparison.Ordinal);
        await using var db = site.Database.Open();
        var said = await db.LeavingReasons.SingleAsync(Cancel);
        Assert.Equal(("other", 1000), (said.Reason, said.Words?.Length));
    }

    [Fact]
    public async Task No_reason_is_taken_from_one_who_has_not_left_or_said_nothing()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (_, path) = await site.ReaderAsync(await site.PublicationAsync());
        await site.PostAsync(path + "/why", ("reason", "too-many"));
        await site.PostAsync(path);
        await site.PostAsync(path + "/why", ("words", "  "));
        await site.PostAsync(path + "/why", ("reason", "constructor"));
        await using var db = site.Database.Open();
        Assert.Equal(0, await db.LeavingReasons.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_goodbye_is_asked_for_once_where_the_publication_says_one(Provider provider)
    {
        await using var site = await ReaderSite.StartAsync(provider);
        var polite = await site.PublicationAsync();
        await site.PublicationAsync("hebdo", "L’Hebdo");
        await site.SetAsync(polite, p => p.SetSaysGoodbye(true));
        var (id, path) = await site.ReaderAsync(polite);
        await site.PostAsync(path);
        await site.PostAsync(path);
        await using (var db = site.Database.Open())
        {
            var goodbye = await db.ReaderRequests.SingleAsync(Cancel);
            Assert.Equal(
                (ReaderRequestKind.Goodbye, (long?)id, (int?)polite.Id, "reader@example.org"),
                (goodbye.Kind, goodbye.SubscriptionId, goodbye.PublicationId, goodbye.Email)
            );
        }

        // Back before it went: nothing is said.
        await site.PostAsync(path + "/undo");
        await using var after = site.Database.Open();
        Assert.Equal(0, await after.ReaderRequests.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_polite_publication_says_nothing_to_one_who_never_confirmed()
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var polite = await site.PublicationAsync();
        await site.SetAsync(polite, p => p.SetSaysGoodbye(true));
        await using (var db = site.Database.Open())
        {
            var now = site.Database.Clock.GetUtcNow();
            db.Subscriptions.Add(new(polite.Id, new(EmailAddress.Parse("p@example.org"), null, now), now));
            await db.SaveChangesAsync(Cancel);
        }

        await site.PostAsync(await site.PathAsync(1));
        await using var after = site.Database.Open();
        Assert.Equal(SubscriptionState.Unsubscribed, await site.StateAsync(1));
        Assert.Equal(0, await after.ReaderRequests.CountAsync(Cancel));
    }

    [Theory]
    [InlineData("/all")]
    [InlineData("/why")]
    [InlineData("/undo")]
    public async Task Looking_at_a_page_changes_nothing(string at)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        var (id, path) = await site.ReaderAsync(await site.PublicationAsync());
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var answer = await site.Client.SendAsync(new(method, path + at), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(SubscriptionState.Active, await site.StateAsync(id));
        Assert.Single(await site.ProofAsync(id));
    }
}
