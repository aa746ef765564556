using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class AudienceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_audience_is_who_is_active_reachable_and_of_this_publication_and_rhythm(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var other = await bench.PublicationAsync("other");
        await bench.ReaderAsync("Here@Example.com");
        await bench.ReaderAsync("near@sub.gone.example");
        await bench.ReaderAsync("pending@example.com", state: SubscriptionState.Pending);
        await bench.ReaderAsync("left@example.com", state: SubscriptionState.Unsubscribed);
        await bench.ReaderAsync("Suppressed@example.com");
        await bench.ReaderAsync("any@gone.example");
        await bench.ReaderAsync("elsewhere@example.com", publicationId: other);
        var weekly = await bench.ReaderAsync("weekly@example.com");
        await bench.ChangeAsync(async db =>
        {
            db.Suppressions.Add(Suppression.Of("suppressed@example.com", "asked", bench.Time.GetUtcNow()));
            db.Suppressions.Add(Suppression.Of("@GONE.example", "closed", bench.Time.GetUtcNow()));
            (await db.Publications.SingleAsync(p => p.Id == bench.PublicationId, Cancel)).Offer(
                Edition.Weekly,
                "0 0 8 ? * FRI",
                bench.Time.GetUtcNow()
            );
            await db
                .Subscriptions.Where(s => s.Id == weekly)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Rhythm, "weekly"), Cancel);
        });
        var issue = await bench.IssueAsync();

        Assert.Equal(2, (await bench.StatusAsync(issue)).Expected);
        await bench.DeliverAsync();
        Assert.Equal(
            ["Here@example.com", "near@sub.gone.example"],
            bench.Smtp.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal)
        );
        var status = await bench.StatusAsync(issue);
        Assert.Equal(
            (IssueState.Sent, 2, 2, (int?)null),
            (status.State, status.Audience, status.Sent, status.Expected)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Of_all_readers_at_once_the_same_are_frozen_as_may_be_begun_one_by_one(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        string[] names = ["ada", "Bob", "zoé", "a+b"];
        string[] domains = ["example.com", "sub.example.com", "Bücher.example", "gone.example"];
        SubscriptionState[] states =
        [
            SubscriptionState.Active,
            SubscriptionState.Active,
            SubscriptionState.Active,
            SubscriptionState.Pending,
        ];
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            foreach (var domain in domains)
                await bench.ReaderAsync($"{name}@{domain}", state: states[i]);
        }

        var issue = await bench.IssueAsync();
        foreach (
            var target in (string[])
                ["", "bob@Sub.Example.com", "@gone.example", "@bücher.example", "nobody@else.example"]
        )
        {
            if (target.Length > 0)
                await bench.ChangeAsync(async db =>
                    await db.Suppressions.AddAsync(Suppression.Of(target, "asked", bench.Time.GetUtcNow()), Cancel)
                );
            await using var db = bench.Database.Open();
            var atOnce = await db.ReadersOf(issue).Select(s => s.Id).Order().ToListAsync(Cancel);
            Assert.Equal(await db.Reachable().Select(s => s.Id).Order().ToListAsync(Cancel), atOnce);
            Assert.InRange(atOnce.Count, 5, target.Length == 0 ? 12 : 11);
        }
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_nobody_receives_is_sent_to_nobody(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sent, 0), (status.State, status.Audience));
        Assert.NotNull(status.FinishedAt);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_is_not_frozen_before_its_time(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        var issue = await bench.IssueAsync();
        await bench.ChangeAsync(db =>
            db.Issues.ExecuteUpdateAsync(
                set => set.SetProperty(i => i.NotBefore, bench.Time.GetUtcNow().AddHours(1)),
                Cancel
            )
        );
        await bench.DeliverAsync();
        Assert.Equal(IssueState.Queued, (await bench.StatusAsync(issue)).State);
        bench.Database.Clock.Advance(TimeSpan.FromHours(1));
        await bench.ReaderAsync("late@example.com");
        await bench.DeliverAsync();
        Assert.Equal(2, (await bench.StatusAsync(issue)).Sent);
    }

    [Theory, OnBothDatabases]
    public async Task Once_the_audience_is_frozen_the_ledger_refuses_a_state_that_is_none(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        var issue = await bench.IssueAsync();

        var frozen = 0;
        await Assert.ThrowsAnyAsync<DbException>(() =>
            bench.ChangeAsync(async db =>
            {
                await db.Database.OpenConnectionAsync(Cancel);
                frozen = await db.FreezeAudienceAsync(issue, bench.Time.GetUtcNow(), Cancel);
                await db.Database.ExecuteSqlRawAsync("UPDATE messages SET state = 'Lost'", Cancel);
            })
        );
        Assert.Equal(1, frozen);
    }
}
