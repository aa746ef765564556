using Microsoft.EntityFrameworkCore;
using Newsletter.Issues;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Issues;

public sealed class DraftingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_draft_carries_what_it_is_given_in_that_order_and_gives_the_others_back(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var one = await newsroom.ColumnAsync("One");
        var two = await newsroom.ColumnAsync("Two");
        var issue = await newsroom.ComposeAsync();
        var three = await newsroom.ColumnAsync("Three");

        await Drafting(newsroom).ArrangeAsync(issue.Id, [three, two], null, Cancel);

        await using (var db = newsroom.Database.Open())
        {
            var carried = (await db.IssueAsync(issue.Id, Cancel)).Columns;
            Assert.Equal([(three, 0), (two, 1)], carried.Select(c => (c.ColumnId, c.Position)));
            Assert.Equal([two, three], await db.Carryings.Select(c => c.ColumnId).Order().ToListAsync(Cancel));
        }
        Assert.Equal([one], (await newsroom.ComposeAsync()).Columns.Select(c => c.ColumnId));
    }

    [Theory, OnBothDatabases]
    public async Task What_another_issue_has_what_nobody_has_and_nothing_at_all_are_refused(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var one = await newsroom.ColumnAsync("One");
        var first = await newsroom.ComposeAsync();
        await newsroom.ColumnAsync("Two");
        var second = await newsroom.ComposeAsync();
        var drafting = Drafting(newsroom);

        var taken = await Assert.ThrowsAsync<Refusal>(() => drafting.ArrangeAsync(second.Id, [one], null, Cancel));
        Assert.Contains("reserved for issue number 1", taken.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<Refusal>(() => drafting.ArrangeAsync(first.Id, [one, 99], null, Cancel));
        Assert.Contains("Column 99 does not serve", unknown.Message, StringComparison.Ordinal);
        var nothing = await Assert.ThrowsAsync<Refusal>(() => drafting.ArrangeAsync(first.Id, [], null, Cancel));
        Assert.Contains("would carry nothing", nothing.Message, StringComparison.Ordinal);
        await using var db = newsroom.Database.Open();
        Assert.Equal([one], (await db.IssueAsync(first.Id, Cancel)).Columns.Select(c => c.ColumnId));
    }

    [Fact]
    public async Task What_is_no_draft_any_more_is_not_changed()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        var one = await newsroom.ColumnAsync("One");
        var issue = await newsroom.ComposeAsync();
        await new Queueing(newsroom.Database.Lane, newsroom.Database.Clock).CancelAsync(issue.Id, Cancel);
        var drafting = Drafting(newsroom);
        foreach (
            var change in new Func<Task>[]
            {
                () => drafting.ArrangeAsync(issue.Id, [one], null, Cancel),
                () => drafting.HeadlineAsync(issue.Id, "S", "P", null, Cancel),
                () => drafting.AddressAsync(issue.Id, "language is fr", null, Cancel),
            }
        )
            Assert.Contains("cancelled", (await Assert.ThrowsAsync<Refusal>(change)).Message, StringComparison.Ordinal);
    }

    private static Drafting Drafting(Newsroom newsroom) => new(newsroom.Database.Lane);
}
