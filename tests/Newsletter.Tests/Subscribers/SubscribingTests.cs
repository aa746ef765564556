using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class SubscribingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_reader_without_consent_is_pending_and_has_no_proof(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var added = await readers.AddAsync("Anna@Example.org", name: "Anna\r\nBcc: x");
        Assert.Equal((SubscriptionState.Pending, true), (added.State, added.IsNew));
        Assert.Equal(["Anna@Example.org: Anna Bcc: x, pending"], await readers.ShownAsync());
        Assert.Empty(await readers.ProofAsync("anna@example.org"));
    }

    [Theory, OnBothDatabases]
    public async Task A_reader_with_consent_is_active_and_the_sentence_is_kept(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("anna@example.org", "paper form of 12 March");
        var proof = Assert.Single(await readers.ProofAsync("anna@example.org"));
        Assert.Equal(
            (ConsentAct.Given, "command line", "paper form of 12 March", readers.Database.Clock.GetUtcNow()),
            (proof.Act, proof.How, proof.Sentence, proof.At)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Adding_a_pending_reader_again_renames_and_activates_them(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("anna@example.org");
        var again = await readers.AddAsync("ANNA@EXAMPLE.org", "said so", "Anna");
        Assert.False(again.IsNew);
        await readers.AddAsync("anna@example.org", "said so twice");
        Assert.Equal(["anna@example.org: Anna, active"], await readers.ShownAsync());
        Assert.Single(await readers.ProofAsync("anna@example.org"));
    }

    [Theory, OnBothDatabases]
    public async Task One_person_is_one_subscriber_of_two_publications(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.PublishAsync("hebdo");
        await readers.AddAsync("anna@example.org");
        await readers.AddAsync("anna@example.org", to: "hebdo");
        await using var db = readers.Database.Open();
        Assert.Equal((1, 2), (db.Subscribers.Count(), db.Subscriptions.Count()));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_but_the_reader_brings_back_one_who_left(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("anna@example.org", "yes", "Anna");
        await readers.Unsubscribing.LeaveAsync(EmailAddress.Parse("anna@example.org"), null, "command line", Cancel);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => readers.AddAsync("anna@example.org", "yes", "Hanna"));
        Assert.Contains("only the reader can come back", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["anna@example.org: Anna, unsubscribed"], await readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_suppressed_address_or_domain_is_refused(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        Assert.True(await readers.Suppressing.SuppressAsync("Anna@Example.org", "asked by letter", Cancel));
        Assert.False(await readers.Suppressing.SuppressAsync("anna@example.ORG", "again", Cancel));
        Assert.True(await readers.Suppressing.SuppressAsync("@BÜCHER.example", "closed", Cancel));
        await Assert.ThrowsAsync<Refusal>(() => readers.AddAsync("ANNA@example.org", "yes"));
        await Assert.ThrowsAsync<Refusal>(() => readers.AddAsync("b@xn--bcher-kva.example", "yes"));
        await readers.AddAsync("b@sub.xn--bcher-kva.example", "yes");
        Assert.Equal(
            [("@xn--bcher-kva.example", "closed"), ("anna@example.org", "asked by letter")],
            await readers.SuppressionsAsync()
        );
    }

    [Fact]
    public async Task Ten_at_once_with_one_address_make_one_reader_on_PostgreSQL()
    {
        await using var readers = await Readers.AtAsync(Provider.Postgres);
        var added = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => readers.AddAsync("a@b.example", "yes")))
        );
        Assert.Single(added, result => result.IsNew);
        Assert.Single(await readers.ProofAsync("a@b.example"));
    }

    [Theory]
    [InlineData(" Anna\r\nBcc: x ", "Anna Bcc: x")]
    [InlineData("An\u2028na\uE000reader_name\uE001", "An nareader_name")]
    [InlineData("Zoé 🦊", "Zoé 🦊")]
    [InlineData("\t", null)]
    public void A_name_is_kept_without_what_would_break_a_header(string given, string? kept) =>
        Assert.Equal(kept, Subscriber.CleanName(given));

    [Fact]
    public void Consent_without_words_proves_nothing_and_is_refused() =>
        Assert.Throws<Refusal>(() => new GivenConsent("command line", "  "));
}
