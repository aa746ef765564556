using Microsoft.Extensions.Options;
using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.ServiceMails;

/// <summary>A process that ends at an instant leaves service mails as they were then; another takes over.</summary>
public sealed class ServiceMailRecoveryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_a_dead_process_claimed_goes_once(Provider provider)
    {
        await using var bench = await AskedAsync(provider);
        await Dying(bench).ClaimAsync(4, 4, Cancel);
        await Task.Delay(100, Cancel);
        await bench.DeliverAsync();
        Assert.Single(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_dead_process_was_sending_goes_again_with_the_same_identity(Provider provider)
    {
        await using var bench = await AskedAsync(provider);
        var dated = await DieSendingAsync(bench);
        await bench.DeliverAsync();
        var mail = await bench.ServiceMailAsync();
        Assert.Equal((ServiceMailState.Sent, 0), (mail.State, mail.Attempts));
        Assert.Equal(dated, mail.DatedAt);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_dead_process_was_sending_and_is_of_no_use_is_unknown(Provider provider)
    {
        await using var bench = await AskedAsync(provider, hours: 0.0001);
        await DieSendingAsync(bench);
        await Task.Delay(400, Cancel);
        await bench.DeliverAsync();
        var mail = await bench.ServiceMailAsync();
        Assert.Equal((ServiceMailState.Unknown, null), (mail.State, mail.Content));
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_claimed_and_not_begun_is_given_back(Provider provider)
    {
        await using var bench = await AskedAsync(provider);
        var ledger = bench.Ledger();
        Assert.Single(await ledger.ClaimAsync(4, 4, Cancel));
        Assert.Empty(await ledger.ClaimAsync(4, 4, Cancel));
        await ledger.ReleaseAllAsync(Cancel);
        Assert.Equal(ServiceMailState.Queued, (await bench.ServiceMailAsync()).State);
    }

    [Theory, OnBothDatabases]
    public async Task An_outcome_of_a_mail_that_another_owns_by_now_changes_nothing(Provider provider)
    {
        await using var bench = await AskedAsync(provider);
        var slow = Dying(bench, TimeSpan.FromMinutes(1));
        var claim = Assert.Single(await slow.ClaimAsync(4, 4, Cancel));
        await slow.CommitAsync([new LedgerStep(null, claim)], Cancel);
        await Task.Delay(100, Cancel);
        await bench.DeliverAsync();
        var late = new Settlement(claim, new DeliveryOutcome.Refused("550 late"), IsRepeated: false);
        await slow.CommitAsync([new LedgerStep(late, null)], Cancel);
        Assert.Equal(ServiceMailState.Sent, (await bench.ServiceMailAsync()).State);
    }

    [Fact]
    public async Task The_lease_of_a_living_process_is_respected_on_postgres()
    {
        await using var bench = await AskedAsync(Provider.Postgres);
        var living = bench.Ledger();
        var claim = Assert.Single(await living.ClaimAsync(4, 4, Cancel));
        await bench.DeliverAsync();
        Assert.Empty(bench.Smtp.Mails);
        Assert.Single(await living.CommitAsync([new LedgerStep(null, claim)], Cancel));
    }

    [Fact]
    public async Task Two_processes_on_one_postgres_send_each_once()
    {
        await using var bench = await AskedAsync(Provider.Postgres);
        for (var i = 0; i < 40; i++)
            await bench.AskAsync(ServiceMailBench.Mail(to: $"reader{i}@example.com", key: $"confirm:r{i}"));
        await Task.WhenAll(bench.DeliverAsync(DeliveryMode.UntilDone), bench.DeliverAsync(DeliveryMode.UntilDone));
        Assert.Equal((41, 41), (bench.Smtp.Mails.Count, bench.Smtp.Mails.Select(m => m.MessageId).Distinct().Count()));
    }

    private static async Task<DeliveryBench> AskedAsync(Provider provider, double hours = 24)
    {
        var bench = await DeliveryBench.CreateAsync(provider);
        bench.Time = TimeProvider.System;
        await bench.AskAsync(ServiceMailBench.Mail(hours: hours));
        return bench;
    }

    private static async Task<DateTimeOffset> DieSendingAsync(DeliveryBench bench)
    {
        var dying = Dying(bench, TimeSpan.FromMinutes(1));
        var claim = Assert.Single(await dying.ClaimAsync(1, 1, Cancel));
        var begun = await dying.CommitAsync([new LedgerStep(null, claim)], Cancel);
        await Task.Delay(100, Cancel);
        return Assert.Single(begun).Value;
    }

    // On PostgreSQL its leases run out at once by the clock of the database.
    private static Ledger Dying(DeliveryBench bench, TimeSpan? claimLease = null) =>
        new(bench.Database.Databases, bench.Database.Lane, bench.Time, Options.Create(bench.Delivery), bench.Timeouts)
        {
            ClaimLease = claimLease ?? TimeSpan.FromMilliseconds(1),
            SendingLease = TimeSpan.FromMilliseconds(1),
        };
}
