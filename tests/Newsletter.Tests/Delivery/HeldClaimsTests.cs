using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>Claims that are held in memory, where one process delivers.</summary>
public sealed class HeldClaimsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_claimed_is_not_claimed_again_though_nothing_is_written()
    {
        await using var bench = await FrozenAsync(readers: 3);
        var ledger = bench.Ledger();
        var first = await ledger.ClaimAsync(2, 2, Cancel);
        var second = await ledger.ClaimAsync(3, 3, Cancel);
        Assert.Equal(3, first.Concat(second).Select(claim => claim.Id).Distinct().Count());
        Assert.Single(second);
        Assert.Equal(3, (await bench.MessagesAsync(1, MessageState.Queued)).Count);
    }

    [Fact]
    public async Task A_claim_that_was_given_back_begins_nothing()
    {
        await using var bench = await FrozenAsync(readers: 1);
        var ledger = bench.Ledger();
        var stale = Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
        Assert.Equal(1, await ledger.PutOffAsync([((MessageClaim)stale, bench.Time.GetUtcNow())], Cancel));
        var fresh = Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
        var begun = await ledger.CommitAsync([new LedgerStep(null, stale), new LedgerStep(null, fresh)], Cancel);
        Assert.Same(fresh, Assert.Single(begun).Key);
    }

    [Fact]
    public async Task A_claim_of_an_issue_that_is_paused_ends_and_can_be_claimed_once_it_goes_on()
    {
        await using var bench = await FrozenAsync(readers: 1);
        var ledger = bench.Ledger();
        var claim = Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
        await bench.ChangeAsync(async db => (await db.IssueAsync(1, Cancel)).Pause());
        Assert.Empty(await ledger.CommitAsync([new LedgerStep(null, claim)], Cancel));
        await bench.ChangeAsync(async db => (await db.IssueAsync(1, Cancel)).Resume());
        Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_can_be_repeated()
    {
        await using var bench = await FrozenAsync(readers: 2);
        var ledger = bench.Ledger();
        var claims = await ledger.ClaimAsync(2, 2, Cancel);
        // What the database did by itself before the answer was lost, as this process did not come to hear.
        var heard = new HeldClaims();
        heard.Take(claims.Cast<MessageClaim>());
        var begun = await bench.Database.Lane.WriteAsync(
            db =>
                new Beginning(db, bench.Time, TimeSpan.FromMinutes(1), heard, new Dictionary<int, bool>()).BeginAsync(
                    [.. claims.Cast<MessageClaim>()],
                    Cancel
                ),
            Cancel
        );
        Assert.Equal(2, begun.Count);
        Assert.Equal(2, (await ledger.CommitAsync([.. claims.Select(c => new LedgerStep(null, c))], Cancel)).Count);
    }

    private static async Task<DeliveryBench> FrozenAsync(int readers)
    {
        var bench = await DeliveryBench.CreateAsync();
        await bench.ReadersAsync(readers);
        await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        return bench;
    }
}
