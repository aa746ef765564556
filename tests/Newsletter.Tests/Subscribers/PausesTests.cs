using Microsoft.EntityFrameworkCore;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class PausesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_pause_that_ends_now_does_not_cost_the_issue_of_now_and_a_longer_one_does(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await PausedAsync(bench, "back@example.com", TimeSpan.Zero);
        await PausedAsync(bench, "away@example.com", TimeSpan.FromSeconds(1));
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(["back@example.com"], bench.Smtp.Mails.Select(mail => mail.Recipient));
        Assert.Equal(1, (await bench.StatusAsync(issue)).Audience);
    }

    [Theory, OnBothDatabases]
    public async Task Only_pauses_that_are_over_end(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var over = await PausedAsync(bench, "over@example.com", TimeSpan.FromHours(1));
        var left = await PausedAsync(bench, "left@example.com", TimeSpan.FromHours(1));
        var away = await PausedAsync(bench, "away@example.com", TimeSpan.FromHours(2));
        await bench.ChangeAsync(async db =>
            (await db.Subscriptions.SingleAsync(s => s.Id == left, Cancel)).Leave(bench.Database.Clock.GetUtcNow())
        );
        bench.Database.Clock.Advance(TimeSpan.FromHours(1));
        var pauses = new Pauses(bench.Database.Lane, bench.Database.Clock);
        Assert.Equal((1, 0), (await pauses.EndAsync(Cancel), await pauses.EndAsync(Cancel)));
        await using var db = bench.Database.Open();
        var states = await db.Subscriptions.ToDictionaryAsync(s => s.Id, s => (s.State, s.PausedUntil == null), Cancel);
        Assert.Equal((SubscriptionState.Active, true), states[over]);
        Assert.Equal((SubscriptionState.Unsubscribed, true), states[left]);
        Assert.Equal((SubscriptionState.Paused, false), states[away]);
    }

    private static async Task<long> PausedAsync(DeliveryBench bench, string address, TimeSpan time)
    {
        var id = await bench.ReaderAsync(address);
        var now = bench.Database.Clock.GetUtcNow();
        await bench.ChangeAsync(async db =>
            (await db.Subscriptions.SingleAsync(s => s.Id == id, Cancel)).Pause(now + time, now)
        );
        return id;
    }
}
