using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Issues;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns;

public sealed class IntakeTests
{
    private const string Origin = "file:/columns/bridge.md";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_same_text_from_the_same_file_is_the_same_column(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var first = await TakeAsync(newsroom, Origin, Some.Column("A bridge"));

        var again = await TakeAsync(newsroom, Origin, Some.Column("A bridge"));

        Assert.Equal((first.Column.Id, ColumnChange.None), (again.Column.Id, again.Change));
        Assert.Equal((1, 1), await CountsAsync(newsroom));
    }

    [Theory, OnBothDatabases]
    public async Task Another_text_from_the_same_file_is_a_revision_and_the_first_is_kept(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var first = await TakeAsync(newsroom, Origin, Some.Column("A bridge"));

        var again = await TakeAsync(newsroom, Origin, Some.Column("A bridge", "It is open."));

        Assert.Equal((first.Column.Id, ColumnChange.Revised), (again.Column.Id, again.Change));
        Assert.Equal((1, 2), await CountsAsync(newsroom));
        var shown = await new ColumnShelf(newsroom.Database.Databases).FindAsync(first.Column.Id, Cancel);
        Assert.Equal((2, "It is open."), (shown.Number, BlockText.Of(shown.Content.Blocks[0])));
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_was_copied_is_no_second_column(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var first = await TakeAsync(newsroom, Origin, Some.Column("A bridge"));

        var copy = await TakeAsync(newsroom, "file:/columns/copy.md", Some.Column("A bridge"));

        Assert.Equal((first.Column.Id, ColumnChange.None), (copy.Column.Id, copy.Change));
    }

    [Theory, OnBothDatabases]
    public async Task One_column_serves_two_publications_and_each_carries_it_once(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.AddPublicationAsync("other");
        await TakeAsync(newsroom, Origin, Some.Column("A bridge"));
        await newsroom.Intake.TakeAsync("other", Origin, Some.Column("A bridge"), Cancel);

        var here = await newsroom.ComposeAsync();
        var there = await newsroom.Composing.ComposeAsync(new IssueWish("other"), Cancel);

        Assert.Equal(here.Columns.Select(c => c.ColumnId), there.Columns.Select(c => c.ColumnId));
        Assert.Equal((1, 1), await CountsAsync(newsroom));
    }

    private static Task<TakenColumn> TakeAsync(Newsroom newsroom, string origin, ColumnDraft draft) =>
        newsroom.Intake.TakeAsync(Newsroom.Slug, origin, draft, Cancel);

    private static async Task<(int Columns, int Revisions)> CountsAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return (await db.Columns.CountAsync(Cancel), await db.ColumnRevisions.CountAsync(Cancel));
    }
}
