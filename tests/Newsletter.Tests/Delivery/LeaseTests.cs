using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>Claims that wait longer than their lease, on the database where a lease ends for others.</summary>
public sealed class LeaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_relay_slower_than_the_lease_gets_no_message_twice()
    {
        await using var bench = await SlowAsync(readers: 300);
        bench.Relay.Connections = 8;
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(400));
        await bench.DeliverAsync(DeliveryMode.UntilDone);
        AssertOnceEach(bench, 300);
    }

    [Fact]
    public async Task Two_processes_with_a_relay_slower_than_the_lease_send_nothing_twice()
    {
        await using var bench = await SlowAsync(readers: 120);
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(bench.DeliverAsync(DeliveryMode.UntilDone), bench.DeliverAsync(DeliveryMode.UntilDone));
        AssertOnceEach(bench, 120);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_was_claimed_twice_is_begun_by_one_claim(bool inOneCommit)
    {
        await using var bench = await SlowAsync(readers: 1);
        await bench.Freezing().DueAsync(Cancel);
        bench.ClaimLease = TimeSpan.FromMilliseconds(300);
        var ledger = bench.Ledger();
        var stale = Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
        await Task.Delay(400, Cancel);
        await bench.Recovery().OfDeadOwnersAsync("another", Cancel);
        var fresh = Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
        var begun = await BegunAsync(ledger, inOneCommit, stale, fresh);
        Assert.Equal(1, begun);
    }

    private static async Task<int> BegunAsync(Ledger ledger, bool inOneCommit, Claim stale, Claim fresh)
    {
        var patience = LedgerPatience.For(DeliveryMode.Forever, TimeProvider.System, new SaidLines());
        var queue = new LedgerQueue(ledger, patience);
        var first = queue.StepAsync(new LedgerStep(null, stale));
        if (!inOneCommit)
        {
            queue.Complete();
            await queue.RunAsync(Cancel);
            queue = new LedgerQueue(ledger, patience);
        }

        var second = queue.StepAsync(new LedgerStep(null, fresh));
        queue.Complete();
        await queue.RunAsync(Cancel);
        return new[] { await first, await second }.Count(dated => dated is not null);
    }

    private static async Task<DeliveryBench> SlowAsync(int readers)
    {
        var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        bench.Time = TimeProvider.System;
        bench.ClaimLease = TimeSpan.FromSeconds(1);
        await bench.ReadersAsync(readers);
        await bench.IssueAsync();
        return bench;
    }

    private static void AssertOnceEach(DeliveryBench bench, int readers)
    {
        Assert.DoesNotContain(bench.Smtp.Mails.GroupBy(mail => mail.Recipient), copies => copies.Count() > 1);
        Assert.Equal(readers, bench.Smtp.Mails.Count);
    }
}
