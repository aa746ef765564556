using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>A process that ends at an instant leaves the ledger as it was then; another takes over.</summary>
public sealed class KillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_a_dead_process_claimed_is_sent_once_by_the_next(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(10);
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await Dying(bench).ClaimAsync(6, 6, Cancel);
        await Task.Delay(100, Cancel);
        await bench.DeliverAsync();
        Assert.Equal(10, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal((10, 10), (bench.Smtp.Mails.Count, (await bench.StatusAsync(issue)).Sent));
    }

    [Theory, OnBothDatabases]
    public async Task What_a_dead_process_was_sending_is_sent_again_with_the_same_identity(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(1);
        var issue = await bench.IssueAsync();
        var dated = await DieSendingAsync(bench);
        await bench.DeliverAsync();
        var message = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Sent, 0), (message.State, message.Attempts));
        Assert.Equal(dated, message.DatedAt);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_dead_process_was_sending_waits_for_a_person_where_the_publication_says_so(
        Provider provider
    )
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(1);
        await bench.ChangeAsync(async db =>
            (await db.PublicationAsync("lettre", Cancel)).SetUnknownPolicy(UnknownPolicy.Hold)
        );
        var issue = await bench.IssueAsync();
        await DieSendingAsync(bench);
        await bench.DeliverAsync();
        Assert.Equal(MessageState.Unknown, (await bench.MessageAsync(issue)).State);
        Assert.Empty(bench.Smtp.Mails);
        Assert.Equal(IssueState.Sent, (await bench.StatusAsync(issue)).State);
    }

    [Fact]
    public async Task The_lease_of_a_living_process_is_respected_on_postgres()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        await bench.ReadersAsync(4);
        await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var living = bench.Ledger();
        var held = await living.ClaimAsync(2, 2, Cancel);
        await bench.DeliverAsync();
        Assert.Equal(2, bench.Smtp.Mails.Count);
        Assert.Equal(2, (await living.CommitAsync([.. held.Select(c => new LedgerStep(null, c))], Cancel)).Count);
    }

    [Fact]
    public async Task An_owner_whose_claim_was_taken_back_begins_nothing()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        await bench.ReadersAsync(1);
        await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var slow = Dying(bench);
        var claims = await slow.ClaimAsync(1, 1, Cancel);
        await Task.Delay(100, Cancel);
        await bench.Recovery().OfDeadOwnersAsync("another", Cancel);
        Assert.Empty(await slow.CommitAsync([new LedgerStep(null, claims[0])], Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task An_outcome_of_a_message_that_another_owns_by_now_changes_nothing(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(1);
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var slow = Dying(bench, TimeSpan.FromMinutes(1));
        var claim = (await slow.ClaimAsync(1, 1, Cancel))[0];
        await slow.CommitAsync([new LedgerStep(null, claim)], Cancel);
        await Task.Delay(100, Cancel);
        await bench.DeliverAsync();
        var late = new Settlement(claim, new DeliveryOutcome.Refused("550 late"), IsRepeated: false);
        await slow.CommitAsync([new LedgerStep(late, null)], Cancel);
        Assert.Equal(MessageState.Sent, (await bench.MessageAsync(issue)).State);
    }

    [Fact]
    public async Task Two_processes_on_one_postgres_send_each_message_once()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(200);
        var issue = await bench.IssueAsync();
        await Task.WhenAll(bench.DeliverAsync(DeliveryMode.UntilDone), bench.DeliverAsync(DeliveryMode.UntilDone));
        Assert.Equal((200, 200), (bench.Smtp.Mails.Count, (await bench.StatusAsync(issue)).Sent));
        Assert.Equal(200, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
    }

    private static async Task<DateTimeOffset> DieSendingAsync(DeliveryBench bench)
    {
        await bench.Freezing().DueAsync(Cancel);
        var dying = Dying(bench, TimeSpan.FromMinutes(1));
        var claims = await dying.ClaimAsync(1, 1, Cancel);
        var begun = await dying.CommitAsync([new LedgerStep(null, claims[0])], Cancel);
        await Task.Delay(100, Cancel);
        return Assert.Single(begun).Value;
    }

    // On PostgreSQL its leases run out at once by the clock of the database.
    private static Ledger Dying(DeliveryBench bench, TimeSpan? claimLease = null) =>
        new(
            bench.Database.Databases,
            bench.Database.Lane,
            bench.Time,
            Microsoft.Extensions.Options.Options.Create(bench.Delivery),
            bench.Timeouts
        )
        {
            ClaimLease = claimLease ?? TimeSpan.FromMilliseconds(1),
            SendingLease = TimeSpan.FromMilliseconds(1),
        };
}
