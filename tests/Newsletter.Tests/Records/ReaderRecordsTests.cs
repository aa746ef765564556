using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Addresses;
using Newsletter.Records;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Records;

public sealed class ReaderRecordsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static EmailAddress Ada { get; } = EmailAddress.Parse("ada@example.net");

    [Theory, OnBothDatabases]
    public async Task A_readers_record_shows_the_sentence_they_agreed_to_and_that_they_left(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var subscribing = new Subscribing(newsroom.Database.Lane, newsroom.Database.Clock);
        await subscribing.AddAsync(
            Newsroom.Slug,
            Ada,
            "Ada",
            new GivenConsent("a form", "Send me the weekly."),
            Cancel
        );
        await new Unsubscribing(
            newsroom.Database.Lane,
            newsroom.Database.Clock,
            NullLogger<Unsubscribing>.Instance
        ).LeaveAsync(Ada, publication: null, "by telephone", Cancel);

        var record = await new ReaderRecords(newsroom.Database.Databases).OfAsync(Ada, Cancel);

        var subscription = Assert.Single(record.Subscriptions);
        Assert.Equal((Newsroom.Slug, SubscriptionState.Unsubscribed), (subscription.Publication, subscription.State));
        Assert.Equal("Send me the weekly.", subscription.Consent?.Sentence);
        Assert.Equal([ConsentAct.Given, ConsentAct.Withdrawn], subscription.Proof.Select(line => line.Act));
    }

    [Theory, OnBothDatabases]
    public async Task A_suppressed_address_that_is_nobodys_says_why(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await new Suppressing(newsroom.Database.Lane, newsroom.Database.Clock).SuppressAsync(
            "@example.net",
            "closed down",
            Cancel
        );

        var record = await new ReaderRecords(newsroom.Database.Databases).OfAsync(Ada, Cancel);

        Assert.Equal("closed down", record.Suppressed);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_nobody_has_is_refused(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);

        await Assert.ThrowsAsync<Refusal>(() => new ReaderRecords(newsroom.Database.Databases).OfAsync(Ada, Cancel));
    }
}
