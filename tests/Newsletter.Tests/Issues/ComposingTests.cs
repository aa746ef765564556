using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Issues;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Issues;

public sealed class ComposingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_issue_takes_every_column_that_waits_in_the_order_of_their_coming(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        int[] ids =
        [
            await newsroom.ColumnAsync("One"),
            await newsroom.ColumnAsync("Two"),
            await newsroom.ColumnAsync("Three"),
        ];

        var issue = await newsroom.ComposeAsync();

        Assert.Equal((1, IssueState.Draft), (issue.Number, issue.State));
        Assert.Equal(ids, issue.Columns.OrderBy(c => c.Position).Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task A_column_goes_once(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var first = await newsroom.ColumnAsync("One");
        await newsroom.ComposeAsync();
        var second = await newsroom.ColumnAsync("Two");

        var named = await Assert.ThrowsAsync<Refusal>(() => newsroom.ComposeAsync(first));
        var next = await newsroom.ComposeAsync();

        Assert.Contains("reserved for issue number 1", named.Message, StringComparison.Ordinal);
        Assert.Equal([second], next.Columns.Select(c => c.ColumnId));
        await Assert.ThrowsAsync<Refusal>(() => newsroom.ComposeAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_cancelled_issue_gives_its_columns_back_unless_a_reader_was_sent_them(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var carried = await newsroom.ColumnAsync("Carried");
        var reserved = await newsroom.ColumnAsync("Reserved");
        var issue = await newsroom.ComposeAsync();
        await using (var db = newsroom.Database.Open())
        {
            await db
                .Carryings.Where(c => c.ColumnId == carried)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.CarriedAt, newsroom.Database.Clock.GetUtcNow()),
                    Cancel
                );
        }

        await newsroom.Queueing.CancelAsync(issue.Id, Cancel);

        Assert.Equal([reserved], (await newsroom.ComposeAsync()).Columns.Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task Two_that_compose_at_once_share_no_column(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        for (var i = 0; i < 5; i++)
            await newsroom.ColumnAsync($"Column {i}");

        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TryComposeAsync(newsroom)));

        Assert.Single(attempts, composed => composed);
        await using var db = newsroom.Database.Open();
        Assert.Equal(5, await db.Carryings.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_column_that_does_not_serve_the_publication_is_refused(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.AddPublicationAsync("other");
        var foreign = await newsroom.ColumnAsync("Foreign", "other");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => newsroom.ComposeAsync(foreign));

        Assert.Contains("does not serve", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_column_under_embargo_waits_for_its_hour(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var open = await newsroom.ColumnAsync("Open");
        var embargoed = await newsroom.ColumnAsync("Embargoed");
        await using (var db = newsroom.Database.Open())
        {
            var until = newsroom.Database.Clock.GetUtcNow().AddHours(1);
            await db
                .Columns.Where(c => c.Id == embargoed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.EmbargoUntil, until), Cancel);
        }

        Assert.Equal([open], (await newsroom.ComposeAsync()).Columns.Select(c => c.ColumnId));
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([embargoed], (await newsroom.ComposeAsync()).Columns.Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task Each_publication_counts_its_own_issues(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.AddPublicationAsync("other");
        await newsroom.ColumnAsync("One");
        await newsroom.ComposeAsync();
        await newsroom.ColumnAsync("Two");
        await newsroom.ColumnAsync("Foreign", "other");

        var second = await newsroom.ComposeAsync();
        var first = await newsroom.Composing.ComposeAsync(new IssueWish("other"), Cancel);

        Assert.Equal((2, 1), (second.Number, first.Number));
    }

    private static async Task<bool> TryComposeAsync(Newsroom newsroom)
    {
        try
        {
            await Task.Run(() => newsroom.ComposeAsync(), Cancel);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
