using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class FrozenContentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Content_that_is_not_what_was_approved_is_held_and_sent_to_nobody(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(2);
        var issue = await bench.IssueAsync();
        await bench.ChangeAsync(db =>
            db.IssueBundles.ExecuteUpdateAsync(set => set.SetProperty(b => b.Subject, "Another subject"), Cancel)
        );
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Held, 0), (status.State, status.Audience));
        Assert.Contains("approved", status.HeldBecause, StringComparison.Ordinal);
        Assert.Empty(bench.Smtp.Mails);
    }
}
