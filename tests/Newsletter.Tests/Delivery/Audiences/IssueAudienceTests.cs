using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Audiences;

public sealed class IssueAudienceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_issue_goes_to_those_of_its_segment_who_were_counted_before(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("plain@example.com");
        var vip = await bench.ReaderAsync("vip@example.com");
        var left = await bench.ReaderAsync("left@example.com", state: SubscriptionState.Unsubscribed);
        await TagAsync(bench, "vip", vip, left);
        var issue = await AddressedAsync(bench, "tag vip", number: 1);

        var before = await bench.StatusAsync(issue);
        await bench.DeliverAsync();

        Assert.Equal((1, "tag vip"), (before.Expected, before.Segment));
        Assert.Equal(["vip@example.com"], bench.Smtp.Mails.Select(mail => mail.Recipient));
        Assert.Equal((IssueState.Sent, 1), await StateAsync(bench, issue));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_whose_segment_is_not_the_approved_one_is_held(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("plain@example.com");
        var issue = await AddressedAsync(bench, "tag vip", number: 1);
        await bench.ChangeAsync(db =>
            db.Issues.ExecuteUpdateAsync(set => set.SetProperty(i => i.Segment, (string?)null), Cancel)
        );

        await bench.DeliverAsync();

        var status = await bench.StatusAsync(issue);
        Assert.Equal(IssueState.Held, status.State);
        Assert.Contains("not the one that was approved", status.HeldBecause, StringComparison.Ordinal);
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_whose_segment_cannot_be_told_any_more_is_held(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("plain@example.com");
        var issue = await AddressedAsync(bench, "did not receive issue 77", number: 1);

        await bench.DeliverAsync();

        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Held, (int?)null), (status.State, status.Expected));
        Assert.Contains("no issue number 77", status.HeldBecause, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_did_not_receive_an_issue_can_be_written_to_again_and_the_new_issue_is_none_of_the_last(
        Provider provider
    )
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("had@example.com");
        await bench.IssueAsync(number: 1);
        await bench.DeliverAsync();
        await bench.ReaderAsync("new@example.com");

        await AddressedAsync(bench, "did not receive issue 1", number: 2);
        await bench.DeliverAsync();
        await AddressedAsync(bench, "received any of the last 1 issues", number: 3);
        await bench.DeliverAsync();

        Assert.Equal(
            ["had@example.com", "new@example.com", "new@example.com"],
            bench.Smtp.Mails.Select(mail => mail.Recipient)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Who_chose_authors_receives_the_issues_that_one_of_them_wrote_in(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.ColumnAsync("A bridge");
        var issue = await newsroom.ComposeAsync();
        await using var db = newsroom.Database.Open();
        var all = await SubscribeAsync(db, "all@example.org");
        var hers = await SubscribeAsync(db, "hers@example.org", "zoe banks", "ada marchand");
        await SubscribeAsync(db, "his@example.org", "ada", "Ada Marchand, Editor");

        var readers = await db.AudienceOfAsync(issue.Id, newsroom.Database.Clock.GetUtcNow(), Cancel);

        // Their column is signed "Ada Marchand".
        Assert.Equal([all, hers], await readers.Select(s => s.Id).Order().ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Who_chose_a_rhythm_that_is_not_offered_any_more_gets_every_issue(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var reader = await bench.ReaderAsync("slow@example.com");
        await bench.ChangeAsync(async db =>
        {
            (await db.Subscriptions.SingleAsync(s => s.Id == reader, Cancel)).Choose(Edition.Weekly);
            (await db.Publications.SingleAsync(Cancel)).Offer(Edition.Weekly, "0 0 8 ? * FRI", bench.Time.GetUtcNow());
        });
        var issue = await bench.IssueAsync();

        var offered = (await bench.StatusAsync(issue)).Expected;
        await bench.ChangeAsync(async db =>
            (await db.Publications.SingleAsync(Cancel)).Offer(Edition.Weekly, cron: null, bench.Time.GetUtcNow())
        );

        Assert.Equal((0, 1), (offered, (await bench.StatusAsync(issue)).Expected));
    }

    private static async Task<int> AddressedAsync(DeliveryBench bench, string segment, int number)
    {
        var content = DeliveryBench.Content() with { Audience = $"every where {segment}" };
        var issue = await bench.IssueAsync(content, number: number);
        await bench.ChangeAsync(db =>
            db.Issues.Where(i => i.Id == issue)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Segment, segment), Cancel)
        );
        return issue;
    }

    private static Task TagAsync(DeliveryBench bench, string tag, params long[] subscriptions) =>
        bench.ChangeAsync(async db =>
        {
            var readers = await db
                .Subscriptions.Where(s => subscriptions.Contains(s.Id))
                .Select(s => s.SubscriberId)
                .ToListAsync(Cancel);
            db.SubscriberTags.AddRange(readers.Select(reader => new SubscriberTag(reader, tag)));
        });

    private static async Task<long> SubscribeAsync(
        Newsletter.Database.NewsletterDb db,
        string email,
        params string[] authors
    )
    {
        var now = DateTimeOffset.UnixEpoch;
        var reader = new Subscriber(Newsletter.Addresses.EmailAddress.Parse(email), name: null, now);
        var subscription = new Subscription((await db.Publications.SingleAsync(Cancel)).Id, reader, now);
        subscription.Activate(now);
        db.Subscriptions.Add(subscription);
        await db.SaveChangesAsync(Cancel);
        db.ChosenAuthors.AddRange(authors.Select(author => new ChosenAuthor(subscription.Id, author)));
        await db.SaveChangesAsync(Cancel);
        return subscription.Id;
    }

    private static async Task<(IssueState, int)> StateAsync(DeliveryBench bench, int issue)
    {
        var status = await bench.StatusAsync(issue);
        return (status.State, status.Audience);
    }
}
