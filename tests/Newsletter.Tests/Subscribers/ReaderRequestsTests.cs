using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class ReaderRequestsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_mail_of_one_kind_goes_to_an_address_once_a_day(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm));
        Assert.False(await AskAsync(readers, ReaderRequestKind.Confirm, "ADA@EXAMPLE.org"));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm, "bo@example.org"));
        readers.Database.Clock.Advance(TimeSpan.FromHours(24));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm));
    }

    [Theory, OnBothDatabases]
    public async Task Each_mail_that_nobody_answers_doubles_the_wait_for_the_next(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var gone = new List<int>();
        for (var day = 0; day <= 30; day++)
        {
            if (await AskAsync(readers, ReaderRequestKind.Confirm))
                gone.Add(day);
            readers.Database.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([0, 1, 3, 7, 15], gone);
    }

    [Theory, OnBothDatabases]
    public async Task A_link_for_an_hour_can_be_asked_for_again_when_it_is_over(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        Assert.True(await AskAsync(readers, ReaderRequestKind.OwnData));
        readers.Database.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(await AskAsync(readers, ReaderRequestKind.OwnData));
        readers.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await AskAsync(readers, ReaderRequestKind.OwnData));
        readers.Database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await AskAsync(readers, ReaderRequestKind.OwnData));
    }

    [Theory, OnBothDatabases]
    public async Task Addresses_that_end_in_one_mailbox_are_mailed_as_one(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm, "ada+news@example.org"));
        Assert.False(await AskAsync(readers, ReaderRequestKind.Confirm, "Ada@example.org"));
        Assert.False(await AskAsync(readers, ReaderRequestKind.Confirm, "ada+1@example.org"));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm, "a.da@example.org"));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm, "a.da@gmail.com"));
        Assert.False(await AskAsync(readers, ReaderRequestKind.Confirm, "ad.a+x@googlemail.com"));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm, "+ada@example.org"));
    }

    [Theory, OnBothDatabases]
    public async Task Five_of_all_kinds_that_a_stranger_can_cause_go_to_an_address_in_a_day(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        foreach (var slug in new[] { "two", "three", "four", "five", "six" })
            await readers.PublishAsync(slug);
        var gone = 0;
        for (var publication = 1; publication <= 6; publication++)
        {
            foreach (var kind in new[] { ReaderRequestKind.Confirm, ReaderRequestKind.FreshLink })
                gone += await AskAsync(readers, kind, publication: publication) ? 1 : 0;
        }

        Assert.Equal(ReaderRequests.Most, gone);
    }

    [Theory, OnBothDatabases]
    public async Task Who_used_the_link_may_ask_for_another(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await AskAsync(readers, ReaderRequestKind.Confirm);
        await using (var db = readers.Database.Open())
        {
            (await db.ReaderRequests.SingleAsync(Cancel)).Use(readers.Database.Clock.GetUtcNow());
            await db.SaveChangesAsync(Cancel);
        }

        Assert.True(await AskAsync(readers, ReaderRequestKind.Confirm));
        Assert.False(await AskAsync(readers, ReaderRequestKind.Confirm));
    }

    [Theory, OnBothDatabases]
    public async Task A_welcome_goes_once_a_day_for_a_subscription_whatever_strangers_did(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.PublishAsync("hebdo");
        var first = (await readers.AddAsync("ada@example.org", "yes")).SubscriptionId;
        var second = (await readers.AddAsync("ada@example.org", "yes", to: "hebdo")).SubscriptionId;
        await AskAsync(readers, ReaderRequestKind.Confirm);
        Assert.True(await AskAsync(readers, ReaderRequestKind.Welcome, subscription: first));
        Assert.False(await AskAsync(readers, ReaderRequestKind.Welcome, subscription: first));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Welcome, subscription: second));
        Assert.True(await AskAsync(readers, ReaderRequestKind.Goodbye, subscription: first));
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_that_ask_at_once_one_is_heard(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var asked = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => AskAsync(readers, ReaderRequestKind.Confirm), Cancel))
        );
        Assert.Single(asked, isHeard => isHeard);
    }

    private static Task<bool> AskAsync(
        Readers readers,
        ReaderRequestKind kind,
        string address = "ada@example.org",
        int publication = 1,
        long? subscription = null
    ) =>
        readers.Database.Lane.WriteAsync(
            async db =>
                await ReaderRequests.AskAsync(
                    db,
                    new ReaderRequest(kind, EmailAddress.Parse(address), null, readers.Database.Clock.GetUtcNow())
                    {
                        PublicationId = publication,
                        Subscription = subscription is null
                            ? null
                            : await db.Subscriptions.SingleAsync(s => s.Id == subscription, Cancel),
                    },
                    Cancel
                ),
            Cancel
        );
}
