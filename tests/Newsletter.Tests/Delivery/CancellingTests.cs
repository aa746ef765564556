using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>What was given up is withdrawn soon, and never while it goes.</summary>
public sealed class CancellingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_not_begun_while_its_issue_is_being_cancelled()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(1);
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var ledger = bench.Ledger();
        var claim = Assert.Single(await ledger.ClaimAsync(1, 1, Cancel));
        await using var db = bench.Database.Open();
        await using var cancelling = await db.Database.BeginTransactionAsync(Cancel);
        (await db.IssueAsync(issue, Cancel)).Cancel(bench.Time.GetUtcNow());
        await db.SaveChangesAsync(Cancel);

        var beginning = ledger.CommitAsync([new LedgerStep(null, claim)], Cancel);
        await Task.Delay(300, Cancel);
        await cancelling.CommitAsync(Cancel);

        Assert.Empty(await beginning);
        Assert.Equal(MessageState.Withdrawn, (await bench.MessageAsync(issue)).State);
    }

    [Fact]
    public async Task A_column_stays_carried_when_its_issue_is_cancelled_while_the_first_message_begins()
    {
        await using var bench = await DeliveryBench.CreateAsync(Provider.Postgres);
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(1);
        var issue = await bench.IssueAsync();
        await CarryAsync(bench, issue);
        await bench.Freezing().DueAsync(Cancel);
        var claim = Assert.Single(await bench.Ledger().ClaimAsync(1, 1, Cancel));
        await using var db = bench.Database.Open();
        await using var beginning = await db.Database.BeginTransactionAsync(Cancel);
        var step = new Beginning(db, bench.Time, TimeSpan.FromMinutes(1), held: null, new Dictionary<int, bool>());
        Assert.Single(await step.BeginAsync([(MessageClaim)claim], Cancel));
        // As if the message were begun and the columns not marked yet: the two are steps of one transaction.
        await db.Carryings.ExecuteUpdateAsync(set => set.SetProperty(c => c.CarriedAt, (DateTimeOffset?)null), Cancel);

        var cancelling = new Queueing(bench.Database.Lane, bench.Time).CancelAsync(issue, Cancel);
        await Task.Delay(300, Cancel);
        await db.Carryings.ExecuteUpdateAsync(set => set.SetProperty(c => c.CarriedAt, bench.Time.GetUtcNow()), Cancel);
        await beginning.CommitAsync(Cancel);
        await cancelling;

        await using var after = bench.Database.Open();
        Assert.NotNull((await after.Carryings.SingleAsync(Cancel)).CarriedAt);
    }

    [Theory, OnBothDatabases]
    public async Task A_cancelled_issue_counts_what_waits_as_withdrawn_where_nobody_delivers(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(3);
        var started = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var waiting = await bench.IssueAsync(number: 2);
        foreach (var issue in new[] { started, waiting })
            await new Queueing(bench.Database.Lane, bench.Time).CancelAsync(issue, Cancel);
        var status = await bench.StatusAsync(started);
        Assert.Equal((3, 0, 3), (status.Audience, status.Queued, status.Withdrawn));
        Assert.Null(status.NextAttempt);
        Assert.Equal([MessageState.Withdrawn], (await bench.MessagesAsync(started)).Select(m => m.State).Distinct());
        Assert.Equal(3, (await bench.MessagesAsync(started, MessageState.Withdrawn)).Count);
        Assert.Empty(await bench.MessagesAsync(started, MessageState.Queued));
        Assert.Null((await bench.StatusAsync(waiting)).Expected);
    }

    [Theory, OnBothDatabases]
    public async Task A_deferred_reader_who_left_does_not_hold_the_issue_in_sending(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var leaving = await bench.ReaderAsync("leaving@example.com");
        await bench.ReaderAsync("blocked@example.com");
        bench.Smtp.Answer("leaving@example.com", "450 4.2.1 later");
        bench.Smtp.Answer("blocked@example.com", "450 4.2.1 later");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal(IssueState.Sending, (await bench.StatusAsync(issue)).State);
        await bench.ChangeAsync(async db =>
        {
            (await db.Subscriptions.SingleAsync(s => s.Id == leaving, Cancel)).Leave(bench.Time.GetUtcNow());
            db.Suppressions.Add(Suppression.Of("blocked@example.com", "asked", bench.Time.GetUtcNow()));
        });
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sent, 2), (status.State, status.Withdrawn));
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_while_an_issue_is_paused_is_withdrawn_from_it(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var leaving = await bench.ReaderAsync("leaving@example.com");
        await bench.ReaderAsync("staying@example.com");
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await bench.ChangeAsync(async db =>
        {
            (await db.IssueAsync(issue, Cancel)).Pause();
            (await db.Subscriptions.SingleAsync(s => s.Id == leaving, Cancel)).Leave(bench.Time.GetUtcNow());
        });
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Paused, 1, 1), (status.State, status.Queued, status.Withdrawn));
    }

    private static async Task CarryAsync(DeliveryBench bench, int issueId)
    {
        await using var db = bench.Database.Open();
        var issue = await db.IssueAsync(issueId, Cancel);
        var column = new Newsletter.Columns.Column("file:/column.md", bench.Time.GetUtcNow());
        db.Add(column);
        db.Add(column.Revise(new("Title", [], [], [], "en", null, null, [], []), bench.Time.GetUtcNow()));
        await db.SaveChangesAsync(Cancel);
        issue.Carry(column.Id, 1);
        db.Carryings.Add(new Carrying(issue.EditionId, column.Id, issue));
        await db.SaveChangesAsync(Cancel);
    }
}
