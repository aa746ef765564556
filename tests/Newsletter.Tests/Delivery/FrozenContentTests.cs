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

    [Theory, OnBothDatabases]
    public async Task Content_that_cannot_be_read_is_held_and_others_go(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(2);
        var broken = await bench.IssueAsync(DeliveryBench.Content() with { ByReader = "{\"Parts\":" });
        var well = await bench.IssueAsync(number: 2);
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(broken);
        Assert.Equal((IssueState.Held, 0), (status.State, status.Audience));
        Assert.Contains("cannot be sent", status.HeldBecause, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.StatusAsync(well)).Sent);
    }

    [Theory, OnBothDatabases]
    public async Task Content_that_breaks_after_the_start_ends_its_messages_and_not_the_run(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(2);
        var broken = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await bench.ChangeAsync(db =>
            db.IssueBundles.ExecuteUpdateAsync(set => set.SetProperty(b => b.ByReader, "{\"Parts\":"), Cancel)
        );
        var well = await bench.IssueAsync(number: 2);
        await bench.DeliverAsync();
        Assert.All(
            await bench.MessagesAsync(broken),
            message => Assert.StartsWith("It cannot be written: ", message.LastReply, StringComparison.Ordinal)
        );
        Assert.Equal((2, 2), ((await bench.StatusAsync(broken)).Failed, (await bench.StatusAsync(well)).Sent));
    }
}
