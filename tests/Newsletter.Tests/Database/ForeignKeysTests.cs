using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Database;

public sealed class ForeignKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Neither_ledger_nor_proof_of_consent_goes_with_a_row_that_is_deleted(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        await bench.IssueAsync();
        await bench.DeliverAsync();
        await bench.ChangeAsync(async db =>
        {
            var subscription = await db.Subscriptions.SingleAsync(Cancel);
            db.Consents.Add(new Consent(subscription, ConsentAct.Restored, bench.Time.GetUtcNow(), "test", null));
        });
        await using var db = bench.Database.Open();
        // Another table's rule may stop the first; what counts is that nothing went.
        Assert.NotNull(await Record.ExceptionAsync(() => db.Issues.ExecuteDeleteAsync(Cancel)));
        Assert.NotNull(await Record.ExceptionAsync(() => db.Subscriptions.ExecuteDeleteAsync(Cancel)));
        Assert.Equal((1, 1), (await db.Messages.CountAsync(Cancel), await db.Consents.CountAsync(Cancel)));
    }
}
