using Newsletter.Delivery;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class ClaimingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Where_there_is_room_for_one_message_the_issues_take_turns(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(5);
        int[] issues = [await bench.IssueAsync(), await bench.IssueAsync(number: 2), await bench.IssueAsync(number: 3)];
        await bench.Freezing().DueAsync(Cancel);
        var ledger = bench.Ledger();
        var taken = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            // Nothing is claimed by it, and nobody's turn is over.
            Assert.Empty(await ledger.ClaimAsync(0, 0, Cancel));
            taken.Add(Assert.IsType<MessageClaim>(Assert.Single(await ledger.ClaimAsync(0, 1, Cancel))).IssueId);
        }

        Assert.Equal([.. issues, .. issues], taken);
    }
}
