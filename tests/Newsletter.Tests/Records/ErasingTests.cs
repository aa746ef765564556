using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Records;
using Newsletter.Subscribers;
using Newsletter.Tests.Delivery.ServiceMails;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Records;

public sealed class ErasingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static EmailAddress Ada { get; } = EmailAddress.Parse("Ada@Example.com");

    [Theory, OnBothDatabases]
    public async Task Of_an_erased_reader_no_table_holds_the_address_or_the_name(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var subscription = await bench.ReaderAsync("Ada@Example.com", "Adelaide");
        await bench.ChangeAsync(db => FillAsync(db, subscription, bench));
        await bench.AskAsync(ServiceMailBench.Mail("ada@example.com"));
        Assert.True(await Erasing(bench).EraseAsync(Ada, Cancel));
        foreach (var text in await AllTextsAsync(bench))
        {
            Assert.DoesNotContain("ada@", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Adelaide", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_counts_of_an_issue_add_up_after_its_reader_was_erased(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        await bench.ReaderAsync("bob@example.com");
        bench.Smtp.Answer("ada@example.com", "550 5.1.1 <ada@example.com> is unknown");
        var sent = await bench.IssueAsync();
        await bench.DeliverAsync();
        var waiting = await bench.IssueAsync(number: 2);
        await bench.Freezing().DueAsync(Cancel);
        Assert.True(await Erasing(bench).EraseAsync(Ada, Cancel));
        var (first, second) = (await bench.StatusAsync(sent), await bench.StatusAsync(waiting));
        Assert.Equal((2, 1, 1), (first.Audience, first.Sent, first.Failed));
        Assert.Equal((2, 1, 1), (second.Audience, second.Queued, second.Withdrawn));
        await using var db = bench.Database.Open();
        var replies = await db.Messages.Where(m => m.LastReply != null).Select(m => m.LastReply!).ToListAsync(Cancel);
        Assert.DoesNotContain(replies, reply => reply.Contains("ada@", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_to_be_mailed_to_an_erased_reader_never_goes(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        await bench.AskAsync(ServiceMailBench.Mail("ada@example.com"));
        await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await Erasing(bench).EraseAsync(Ada, Cancel);
        await bench.DeliverAsync();
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_relay_says_of_an_erased_reader_after_it_names_nobody(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        const string Refusal = "550 5.1.1 <Ada@example.com>: is unknown";
        bench.Smtp.Answer("ada@example.com", Refusal, Refusal);
        var issue = await bench.IssueAsync();
        await bench.AskAsync(ServiceMailBench.Mail("ada@example.com"));
        await bench.DeliverAsync();
        Assert.Equal("550 5.1.1 (address) is unknown", (await bench.MessageAsync(issue)).LastReply);
        Assert.Equal("550 5.1.1 (address) is unknown", (await bench.ServiceMailAsync()).LastReply);
    }

    [Theory, OnBothDatabases]
    public async Task Words_that_grow_without_their_addresses_still_fit_the_ledger(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        bench.Smtp.Answer("ada@example.com", "550 5.1.1 " + string.Concat(Enumerable.Repeat("a@b ", 120)));
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        var kept = await bench.MessageAsync(issue);
        Assert.Equal(MessageState.Failed, kept.State);
        Assert.InRange(kept.LastReply!.Length, 400, Newsletter.Delivery.Relays.Reply.Longest);
        Assert.DoesNotContain("@", kept.LastReply, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Mails_to_the_address_that_a_reader_had_before_are_erased_too(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("old@example.com", "Adelaide");
        await using (var db = bench.Database.Open())
        {
            var reader = (await db.Subscriptions.Include(s => s.Subscriber).SingleAsync(Cancel)).Subscriber;
            await bench.AskAsync(ServiceMailBench.Mail("old@example.com") with { SubscriberId = reader.Id });
            reader.MoveTo(Ada);
            await db.SaveChangesAsync(Cancel);
        }

        Assert.True(await Erasing(bench).EraseAsync(Ada, Cancel));
        await using var after = bench.Database.Open();
        Assert.Empty(await after.ServiceMails.ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_import_that_looked_before_an_erasure_ends_before_it()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        await bench.ReaderAsync("ada@example.com");
        await using var importing = bench.Database.Open();
        await using var transaction = await importing.Database.BeginTransactionAsync(Cancel);
        await ErasureTurn.BeforeAddingAsync(importing, Cancel);
        var erasing = Erasing(bench).EraseAsync(Ada, Cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancel);
        Assert.False(erasing.IsCompleted);
        await transaction.CommitAsync(Cancel);
        Assert.True(await erasing);
    }

    [Theory, OnBothDatabases]
    public async Task Staff_do_not_bring_back_one_who_was_erased(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        await Erasing(bench).EraseAsync(Ada, Cancel);
        var subscribing = new Subscribing(bench.Database.Lane, bench.Database.Clock);
        await Assert.ThrowsAsync<Refusal>(() =>
            subscribing.AddAsync("lettre", Ada, null, new GivenConsent("paper", "yes"), Cancel)
        );
        var suppressing = new Suppressing(bench.Database.Lane, bench.Database.Clock);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => suppressing.LiftAsync("ada@example.com", Cancel));
        Assert.Contains("only they can come back", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_staff_suppressed_stays_theirs_after_the_address_was_erased(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var suppressing = new Suppressing(bench.Database.Lane, bench.Database.Clock);
        await suppressing.SuppressAsync("ada@example.com", "Ada wrote to us", Cancel);
        await Erasing(bench).EraseAsync(Ada, Cancel);
        await Erasing(bench).EraseAsync(Ada, Cancel);
        await using (var db = bench.Database.Open())
        {
            var kept = await db.Suppressions.SingleAsync(Cancel);
            Assert.True(SuppressionHash.Is(kept.Target));
            Assert.Equal(SuppressionSource.Staff, kept.Source);
            Assert.DoesNotContain("Ada", kept.Reason, StringComparison.Ordinal);
        }

        await suppressing.LiftAsync("ada@example.com", Cancel);
        await using var after = bench.Database.Open();
        Assert.False(await after.IsSuppressedAsync(Ada, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_one_leaves_everybody_else_as_they_are(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("ada@example.com");
        var bob = await bench.ReaderAsync("bob@example.com", "Bob");
        await bench.ChangeAsync(db => FillAsync(db, bob, bench));
        await bench.AskAsync(ServiceMailBench.Mail("bob@example.com"));
        var before = await CountsAsync(bench, "bob@example.com");
        await Erasing(bench).EraseAsync(Ada, Cancel);
        Assert.Equal(before, await CountsAsync(bench, "bob@example.com"));
        Assert.False(await Erasing(bench).EraseAsync(EmailAddress.Parse("nobody@example.com"), Cancel));
    }

    private static Erasing Erasing(DeliveryBench bench) =>
        new(
            bench.Database.Lane,
            new LinkKeys(bench.Database.Databases, bench.Database.Lane, bench.Database.Clock),
            bench.Database.Clock,
            NullLogger<Erasing>.Instance
        );

    // Something of the reader's in every table of this stage.
    private static async Task FillAsync(NewsletterDb db, long id, DeliveryBench bench)
    {
        var now = bench.Database.Clock.GetUtcNow();
        var subscription = await db.Subscriptions.Include(s => s.Subscriber).SingleAsync(s => s.Id == id, Cancel);
        var reader = subscription.Subscriber;
        db.Consents.Add(new Consent(subscription, ConsentAct.Given, now, $"import, {reader.Email}", reader.Name));
        db.SubscriberFields.Add(new SubscriberField(reader.Id, "town", reader.Name ?? ""));
        db.SubscriberTags.Add(new SubscriberTag(reader.Id, reader.Name ?? ""));
        db.ChosenAuthors.Add(new ChosenAuthor(id, reader.Name ?? ""));
        db.LeavingReasons.Add(new LeavingReason(subscription, "other", reader.Email, now));
        var own = new ReaderRequest(ReaderRequestKind.OwnData, EmailAddress.Parse(reader.Email), null, now);
        db.ReaderRequests.Add(own);
        db.ReaderRequests.Add(
            new ReaderRequest(ReaderRequestKind.NewAddress, EmailAddress.Parse("new." + reader.Email), null, now)
            {
                Subscriber = reader,
                Subscription = subscription,
            }
        );
        db.Suppressions.Add(Suppression.Of(reader.Email, $"{reader.Name} asked", now));
    }

    private static async Task<List<string>> AllTextsAsync(DeliveryBench bench)
    {
        await using var db = bench.Database.Open();
        var texts = new List<string>();
        texts.AddRange(await db.Subscribers.Select(s => s.Email + s.Name).ToListAsync(Cancel));
        texts.AddRange(await db.Consents.Select(c => c.How + c.Sentence).ToListAsync(Cancel));
        texts.AddRange(await db.SubscriberFields.Select(f => f.Value).ToListAsync(Cancel));
        texts.AddRange(await db.SubscriberTags.Select(t => t.Tag).ToListAsync(Cancel));
        texts.AddRange(await db.ChosenAuthors.Select(a => a.Author).ToListAsync(Cancel));
        texts.AddRange(await db.LeavingReasons.Select(r => r.Words ?? "").ToListAsync(Cancel));
        texts.AddRange(await db.ReaderRequests.Select(r => r.Email).ToListAsync(Cancel));
        texts.AddRange(await db.Suppressions.Select(s => s.Target + s.Reason).ToListAsync(Cancel));
        texts.AddRange(await db.ServiceMails.Select(m => m.Email + m.Content + m.LastReply).ToListAsync(Cancel));
        return texts;
    }

    private static async Task<(int, int, int, int, int)> CountsAsync(DeliveryBench bench, string address)
    {
        await using var db = bench.Database.Open();
        return (
            await db.Subscribers.CountAsync(s => s.EmailKey == address, Cancel),
            await db.Consents.CountAsync(c => c.Subscription.Subscriber.EmailKey == address, Cancel),
            await db.ReaderRequests.CountAsync(r => r.Email.EndsWith(address), Cancel),
            await db.ServiceMails.CountAsync(m => m.EmailKey == address, Cancel),
            await db.SubscriberFields.CountAsync(Cancel)
        );
    }
}
