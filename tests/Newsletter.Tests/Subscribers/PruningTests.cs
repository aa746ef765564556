using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers;

public sealed class PruningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_sign_up_that_nobody_confirmed_leaves_nothing_behind(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await SignUpAsync(readers, "old@example.org");
        readers.Database.Clock.Advance(TimeSpan.FromDays(10));
        await SignUpAsync(readers, "young@example.org");
        readers.Database.Clock.Advance(TimeSpan.FromDays(21));

        var (pruned, said) = await RunAsync(readers);

        Assert.Equal(new Pruned(Pending: 1, Subscribers: 1, Proofs: 0, Requests: 0), pruned);
        Assert.Equal(["young@example.org: , pending"], await readers.ShownAsync());
        await using var db = readers.Database.Open();
        Assert.Equal(["young@example.org"], await db.Subscribers.Select(s => s.Email).ToListAsync(Cancel));
        Assert.Equal((1, 1, 1), await RemainsAsync(db));
        Assert.Contains("1 subscriptions that nobody confirmed", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("@", said[0], StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_asked_again_lately_can_still_confirm(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await SignUpAsync(readers, "again@example.org");
        readers.Database.Clock.Advance(TimeSpan.FromDays(29));
        await AskAsync(readers, "again@example.org");
        readers.Database.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, (await RunAsync(readers)).Pruned.Pending);
        Assert.Equal(["again@example.org: , pending"], await readers.ShownAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Readers_who_agreed_or_left_stay_and_keep_what_is_known_of_them(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("active@example.org", "paper");
        await readers.AddAsync("left@example.org", "paper");
        await readers.Unsubscribing.LeaveAsync(EmailAddress.Parse("left@example.org"), null, "test", Cancel);
        readers.Database.Clock.Advance(TimeSpan.FromDays(1094));

        var (pruned, said) = await RunAsync(readers);

        Assert.True(pruned.IsNothing);
        Assert.Empty(said);
        Assert.Single(await readers.ProofAsync("active@example.org"));
        Assert.Equal(2, (await readers.ProofAsync("left@example.org")).Count);
    }

    [Theory, OnBothDatabases]
    public async Task The_proof_of_who_left_goes_after_its_time_and_that_they_left_stays(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("active@example.org", "paper");
        await readers.AddAsync("left@example.org", "paper");
        await readers.Unsubscribing.LeaveAsync(EmailAddress.Parse("left@example.org"), null, "test", Cancel);
        await ReasonAsync(readers, "left@example.org");
        readers.Database.Clock.Advance(TimeSpan.FromDays(1096));

        var (pruned, _) = await RunAsync(readers);

        Assert.Equal(new Pruned(Pending: 0, Subscribers: 0, Proofs: 2, Requests: 0), pruned);
        Assert.Empty(await readers.ProofAsync("left@example.org"));
        Assert.Single(await readers.ProofAsync("active@example.org"));
        await using var db = readers.Database.Open();
        Assert.Equal(0, await db.LeavingReasons.CountAsync(Cancel));
        await Assert.ThrowsAsync<Refusal>(() => readers.AddAsync("left@example.org", "paper again"));
        Assert.True((await RunAsync(readers)).Pruned.IsNothing);
    }

    [Theory, OnBothDatabases]
    public async Task Requests_for_mail_are_kept_as_long_as_the_settings_say(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        await readers.AddAsync("a@example.org", "paper");
        await AskAsync(readers, "a@example.org");
        readers.Database.Clock.Advance(TimeSpan.FromDays(3));
        await AskAsync(readers, "a@example.org");

        var options = new RetentionOptions { Requests = "2d" };

        Assert.Equal(1, (await RunAsync(readers, options)).Pruned.Requests);
        await using var db = readers.Database.Open();
        Assert.Equal(1, await db.ReaderRequests.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task More_than_one_piece_of_them_goes_in_one_run(Provider provider)
    {
        await using var readers = await Readers.AtAsync(provider);
        var rows = string.Join('\n', Enumerable.Range(0, 1201).Select(i => $"r{i}@example.org"));
        await readers.ImportAsync("email\n" + rows);
        readers.Database.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(new Pruned(1201, 1201, 0, 0), (await RunAsync(readers)).Pruned);
    }

    [Theory]
    [InlineData("", "30d", "30d", "Retention__Pending is \"\"; it is a duration from 1d to 3653d.")]
    [InlineData("30d", "23h", "30d", "Retention__Proof is \"23h\"")]
    [InlineData("30d", "30d", "4000d", "Retention__Requests is \"4000d\"")]
    public void A_setting_that_cannot_be_is_said_at_the_start(
        string pending,
        string proof,
        string requests,
        string said
    )
    {
        var options = new RetentionOptions
        {
            Pending = pending,
            Proof = proof,
            Requests = requests,
        };
        var result = new RetentionOptionsCheck().Validate(name: null, options);
        Assert.StartsWith(said, Assert.Single(result.Failures ?? []), StringComparison.Ordinal);
        Assert.True(new RetentionOptionsCheck().Validate(name: null, new RetentionOptions()).Succeeded);
    }

    private static async Task<(Pruned Pruned, IReadOnlyList<string> Said)> RunAsync(
        Readers readers,
        RetentionOptions? options = null
    )
    {
        var log = new SaidLines();
        var database = readers.Database;
        var pruning = new Pruning(
            database.Databases,
            database.Lane,
            Options.Create(options ?? new RetentionOptions()),
            database.Clock,
            log
        );
        return (await pruning.RunAsync(Cancel), [.. log.Lines]);
    }

    /// <summary>With all that a sign-up may leave: a line of proof, a request, a field and a tag.</summary>
    private static async Task SignUpAsync(Readers readers, string email)
    {
        await readers.AddAsync(email);
        await AskAsync(readers, email);
        await using var db = readers.Database.Open();
        var subscription = await SubscriptionAsync(db, email);
        var now = readers.Database.Clock.GetUtcNow();
        db.Consents.Add(new Consent(subscription, ConsentAct.Asked, now, "form", "I want it"));
        db.ChosenAuthors.Add(new ChosenAuthor(subscription.Id, "ada"));
        db.SubscriberFields.Add(new SubscriberField(subscription.SubscriberId, "city", "Paris"));
        db.SubscriberTags.Add(new SubscriberTag(subscription.SubscriberId, "vip"));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task AskAsync(Readers readers, string email)
    {
        await using var db = readers.Database.Open();
        var subscription = await SubscriptionAsync(db, email);
        db.ReaderRequests.Add(
            new ReaderRequest(
                ReaderRequestKind.Confirm,
                EmailAddress.Parse(email),
                language: null,
                readers.Database.Clock.GetUtcNow()
            )
            {
                Subscription = subscription,
                Subscriber = subscription.Subscriber,
            }
        );
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task ReasonAsync(Readers readers, string email)
    {
        await using var db = readers.Database.Open();
        var subscription = await SubscriptionAsync(db, email);
        db.LeavingReasons.Add(
            new LeavingReason(subscription, "too-many", words: null, readers.Database.Clock.GetUtcNow())
        );
        await db.SaveChangesAsync(Cancel);
    }

    private static Task<Subscription> SubscriptionAsync(NewsletterDb db, string email) =>
        db.Subscriptions.Include(s => s.Subscriber).SingleAsync(s => s.Subscriber.Email == email, Cancel);

    private static async Task<(int Requests, int Fields, int Proofs)> RemainsAsync(NewsletterDb db) =>
        (
            await db.ReaderRequests.CountAsync(Cancel),
            await db.SubscriberFields.CountAsync(Cancel),
            await db.Consents.CountAsync(Cancel)
        );
}
