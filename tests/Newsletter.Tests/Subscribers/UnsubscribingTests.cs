using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class UnsubscribingTests
{
    private static readonly EmailAddress Anna = EmailAddress.Parse("anna@example.org");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Leaving_by_address_ends_one_publication_or_all(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.PublishAsync("hebdo");
        await readers.PublishAsync("mensuel");
        foreach (var to in new[] { "lettre", "hebdo", "mensuel" })
            await readers.AddAsync(Anna.Value, "yes", to: to);
        Assert.Equal(1, await readers.Unsubscribing.LeaveAsync(Anna, "lettre", "command line", Cancel));
        Assert.Equal(2, await readers.Unsubscribing.LeaveAsync(Anna, null, "command line", Cancel));
        Assert.Equal(0, await readers.Unsubscribing.LeaveAsync(Anna, null, "command line", Cancel));
        Assert.Equal(3, (await readers.ProofAsync(Anna.Value)).Count(line => line.Act is ConsentAct.Withdrawn));
    }

    [Theory, OnBothDatabases]
    public async Task An_address_without_subscription_is_refused_with_a_sentence(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await Assert.ThrowsAsync<Refusal>(() => readers.Unsubscribing.LeaveAsync(Anna, null, "x", Cancel));
        await Assert.ThrowsAsync<Refusal>(() => readers.Unsubscribing.LeaveAsync(Anna, "nowhere", "x", Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Taking_it_back_makes_one_who_never_consented_pending_again(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var id = (await readers.AddAsync(Anna.Value)).SubscriptionId;
        await readers.Unsubscribing.LeaveAsync(id, "page");
        Assert.True(await readers.Unsubscribing.UndoAsync(id, "page", Cancel));
        Assert.True(await readers.Unsubscribing.UndoAsync(id, "page", Cancel));
        Assert.Equal([$"{Anna}: , pending"], await readers.ShownAsync());
        Assert.Equal(
            [ConsentAct.Withdrawn, ConsentAct.Restored],
            (await readers.ProofAsync(Anna.Value)).Select(line => line.Act)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Taking_it_back_makes_one_who_was_paused_or_bounced_so_again(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var now = readers.Database.Clock.GetUtcNow();
        var paused = (await readers.AddAsync("paused@example.org", "yes")).SubscriptionId;
        var over = (await readers.AddAsync("over@example.org", "yes")).SubscriptionId;
        var bounced = (await readers.AddAsync("bounced@example.org", "yes")).SubscriptionId;
        await ChangeAsync(readers, paused, s => s.Pause(now.AddDays(9), now));
        await ChangeAsync(readers, over, s => s.Pause(now.AddHours(1), now));
        await using (var db = readers.Database.Open())
        {
            await db
                .Subscriptions.Where(s => s.Id == bounced)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SubscriptionState.Bounced), Cancel);
        }

        await readers.Unsubscribing.LeaveAllAsync(paused, network: null, Cancel);
        await readers.Unsubscribing.LeaveAsync(over, "page");
        await readers.Unsubscribing.LeaveAsync(bounced, "page");
        readers.Database.Clock.Advance(TimeSpan.FromHours(2));
        foreach (var id in new[] { paused, over, bounced })
            Assert.True(await readers.Unsubscribing.UndoAsync(id, "page", Cancel));

        await using var after = readers.Database.Open();
        var states = await after.Subscriptions.ToDictionaryAsync(s => s.Id, s => (s.State, s.PausedUntil), Cancel);
        Assert.Equal((SubscriptionState.Paused, now.AddDays(9)), states[paused]);
        Assert.Equal((SubscriptionState.Active, null), states[over]);
        Assert.Equal((SubscriptionState.Bounced, null), states[bounced]);
    }

    [Theory, OnBothDatabases]
    public async Task The_proof_of_leaving_and_of_coming_back_names_the_network(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var id = (await readers.AddAsync(Anna.Value, "yes")).SubscriptionId;
        await readers.Unsubscribing.LeaveAsync(id, new Origin("page's \"button\"", "203.0.113.0"));
        await readers.Unsubscribing.UndoAsync(id, new Origin("undo", "2001:db8:1::"), Cancel);
        await readers.Unsubscribing.LeaveAllAsync(id, "198.51.100.0", Cancel);
        await using var db = readers.Database.Open();
        var proof = await db
            .Consents.OrderBy(c => c.Id)
            .Select(c => $"{c.Act} {c.How} {c.Network}")
            .ToListAsync(Cancel);
        Assert.Equal(
            [
                "Given command line ",
                "Withdrawn page's \"button\" 203.0.113.0",
                "Restored undo 2001:db8:1::",
                "Withdrawn unsubscribe page, from all 198.51.100.0",
            ],
            proof
        );
    }

    [Fact]
    public async Task Taking_back_what_is_not_there_is_answered_with_no()
    {
        await using var readers = await Readers.AtAsync(Provider.Sqlite);
        Assert.False(await readers.Unsubscribing.UndoAsync(99, "page", Cancel));
        Assert.False(await readers.Unsubscribing.LeaveAsync(99, "page"));
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_filtered_by_state_and_in_order(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("c@example.org", "yes");
        await readers.AddAsync("a@example.org", "yes");
        await readers.AddAsync("b@blocked.example", "yes");
        await readers.AddAsync("p@example.org");
        await readers.Suppressing.SuppressAsync("@blocked.example", "closed", Cancel);
        Assert.Equal(["c@example.org: , active", "a@example.org: , active"], await readers.ShownAsync("Active"));
        Assert.Equal(["b@blocked.example: , suppressed"], await readers.ShownAsync("suppressed"));
        Assert.Equal(4, (await readers.ShownAsync()).Count);
        await Assert.ThrowsAsync<Refusal>(() => readers.ShownAsync("gone"));
        await Assert.ThrowsAsync<Refusal>(() => readers.ShownAsync("1"));
    }

    private static async Task ChangeAsync(Readers readers, long id, Action<Subscription> change)
    {
        await using var db = readers.Database.Open();
        change(await db.Subscriptions.SingleAsync(s => s.Id == id, Cancel));
        await db.SaveChangesAsync(Cancel);
    }
}
