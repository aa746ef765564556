using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>What people and the program may still stop, and until when.</summary>
public sealed class StoppingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Nothing_goes_to_a_reader_who_leaves_between_claim_and_begin(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var leaving = await bench.ReaderAsync("leaving@example.com");
        await bench.ReaderAsync("suppressed@example.com");
        await bench.ReaderAsync("staying@example.com");
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var ledger = bench.Ledger();
        var claims = await ledger.ClaimAsync(10, 10, Cancel);
        Assert.Equal(3, claims.Count);
        await bench.ChangeAsync(async db =>
        {
            (await db.Subscriptions.SingleAsync(s => s.Id == leaving, Cancel)).Leave(bench.Time.GetUtcNow());
            db.Suppressions.Add(Suppression.Of("suppressed@example.com", "asked", bench.Time.GetUtcNow()));
        });
        var begun = await ledger.CommitAsync([.. claims.Select(claim => new LedgerStep(null, claim))], Cancel);
        Assert.Equal("staying@example.com", Assert.Single(begun).Key.Email);
        Assert.Equal(2, (await bench.StatusAsync(issue)).Withdrawn);
    }

    [Theory, OnBothDatabases]
    public async Task A_pause_acts_on_what_is_claimed_and_resuming_sends_it(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        var ledger = bench.Ledger();
        var claims = await ledger.ClaimAsync(10, 10, Cancel);
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Pause());
        Assert.Empty(await ledger.CommitAsync([new LedgerStep(null, claims[0])], Cancel));
        await bench.DeliverAsync();
        Assert.Empty(bench.Smtp.Mails);
        Assert.Equal(1, (await bench.StatusAsync(issue)).Queued);
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Single(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task A_cancelled_issue_withdraws_what_waits(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(3);
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Cancel(bench.Time.GetUtcNow()));
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Cancelled, 3, 3), (status.State, status.Audience, status.Withdrawn));
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task The_first_message_under_way_makes_the_columns_carried(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        var issue = await bench.IssueAsync();
        await CarryAsync(bench, issue, embargo: null);
        await bench.Freezing().DueAsync(Cancel);
        Assert.Null(await CarriedAtAsync(bench));
        await bench.DeliverAsync();
        Assert.Equal(bench.Time.GetUtcNow(), await CarriedAtAsync(bench));
    }

    [Theory, OnBothDatabases]
    public async Task An_embargo_that_still_stands_holds_the_issue_and_says_so(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        var issue = await bench.IssueAsync();
        await CarryAsync(bench, issue, bench.Time.GetUtcNow().AddHours(2));
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal(IssueState.Held, status.State);
        Assert.Contains("embargo until 2026-03-05 09:00 UTC", status.HeldBecause, StringComparison.Ordinal);
        Assert.Empty(bench.Smtp.Mails);
        bench.Database.Clock.Advance(TimeSpan.FromHours(2));
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Equal(IssueState.Sent, (await bench.StatusAsync(issue)).State);
    }

    [Theory, OnBothDatabases]
    public async Task An_embargo_on_the_issue_is_looked_at_once_more_when_it_would_go(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        var issue = await bench.IssueAsync();
        await bench.ChangeAsync(async db =>
            (await db.IssueAsync(issue, Cancel)).Embargo(bench.Time.GetUtcNow().AddHours(2))
        );
        await bench.DeliverAsync();
        Assert.Contains(
            "under embargo until 2026-03-05 09:00 UTC",
            (await bench.StatusAsync(issue)).HeldBecause,
            StringComparison.Ordinal
        );
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task A_column_that_changed_at_the_last_moment_holds_the_issue_until_a_person_says_so(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("a@example.com");
        var issue = await bench.IssueAsync();
        await CarryAsync(bench, issue, embargo: null);
        await bench.ChangeAsync(async db =>
        {
            var column = await db.Set<Newsletter.Columns.Column>().SingleAsync(Cancel);
            db.Add(column.Revise(Draft with { Title = "Another title" }, bench.Time.GetUtcNow()));
        });
        await bench.DeliverAsync();

        Assert.Contains(
            "the title \"Title\" is now \"Another title\"",
            (await bench.StatusAsync(issue)).HeldBecause,
            StringComparison.Ordinal
        );
        Assert.Empty(bench.Smtp.Mails);
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Equal(IssueState.Sent, (await bench.StatusAsync(issue)).State);
    }

    private static Newsletter.Columns.ColumnDraft Draft => new("Title", [], [], [], "en", null, null, [], []);

    private static async Task CarryAsync(DeliveryBench bench, int issueId, DateTimeOffset? embargo)
    {
        await using var db = bench.Database.Open();
        var issue = await db.IssueAsync(issueId, Cancel);
        var now = bench.Time.GetUtcNow();
        var column = new Newsletter.Columns.Column("file:/column.md", now);
        db.Add(column);
        db.Add(column.Revise(Draft, now));
        await db.SaveChangesAsync(Cancel);
        issue.Carry(column.Id, 1);
        db.Carryings.Add(new Carrying(issue.EditionId, column.Id, issue));
        await db.SaveChangesAsync(Cancel);
        await db.Set<Newsletter.Columns.Column>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EmbargoUntil, embargo), Cancel);
    }

    private static async Task<DateTimeOffset?> CarriedAtAsync(DeliveryBench bench)
    {
        await using var db = bench.Database.Open();
        return (await db.Carryings.AsNoTracking().SingleAsync(Cancel)).CarriedAt;
    }
}
