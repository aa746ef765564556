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
}
