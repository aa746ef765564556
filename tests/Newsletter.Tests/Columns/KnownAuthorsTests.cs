using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns;

/// <summary>One person across sources.</summary>
public sealed class KnownAuthorsTests
{
    private static readonly Picture Portrait = new("https://site.example/ada.jpg", "Ada");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_role_and_a_portrait_that_one_source_says_complete_what_another_leaves_out(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await TakeAsync(newsroom, "item:a#1", new Byline("Jeanne d’Arc", "Chief"));
        await TakeAsync(newsroom, "item:b#1", new Byline("JEANNE D'ARC", null, Portrait));
        await TakeAsync(newsroom, "item:c#1", new Byline("Jeanne d'Arc"), new Byline("Another"));

        var authors = await AuthorsAsync(newsroom, "item:c#1");

        Assert.Equal(
            [("Jeanne d'Arc", "Chief", Portrait), ("Another", null, null)],
            authors.Select(author => (author.Name, author.Role, author.Portrait))
        );
    }

    [Theory, OnBothDatabases]
    public async Task What_the_columns_own_source_says_stands(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada", "Chief", Portrait));
        await TakeAsync(newsroom, "item:b#1", new Byline("Ada", "Poet"));
        var author = Assert.Single(await AuthorsAsync(newsroom, "item:b#1"));
        Assert.Equal(("Poet", Portrait), (author.Role, author.Portrait));
    }

    [Fact]
    public async Task A_revision_that_is_here_stays_as_it_was_and_the_same_text_is_no_new_one()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await TakeAsync(newsroom, "item:b#1", new Byline("Ada"));
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada", "Chief"));
        var again = await TakeAsync(newsroom, "item:b#1", new Byline("Ada"));
        Assert.Equal(ColumnChange.None, again.Change);
        Assert.Null(Assert.Single(again.Content.Authors).Role);
        Assert.Null(Assert.Single(await AuthorsAsync(newsroom, "item:b#1")).Role);

        await TakeAsync(newsroom, "item:c#1", new Byline("Ada"));
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada", "Poet"));
        var completed = await TakeAsync(newsroom, "item:c#1", new Byline("Ada"));
        Assert.Equal(ColumnChange.None, completed.Change);
        Assert.Equal("Chief", Assert.Single(completed.Content.Authors).Role);
    }

    [Fact]
    public async Task What_was_borrowed_is_not_lent_on()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada", "Chief"));
        await TakeAsync(newsroom, "item:b#1", new Byline("Ada"));
        // Its source takes the word back, and nobody else ever said it.
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada"));
        Assert.Null(Assert.Single(await AuthorsAsync(newsroom, "item:a#1")).Role);
        await TakeAsync(newsroom, "item:c#1", new Byline("Ada"));
        Assert.Null(Assert.Single(await AuthorsAsync(newsroom, "item:c#1")).Role);
    }

    [Fact]
    public async Task A_portrait_beside_a_file_and_another_publications_authors_are_not_lent()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await newsroom.AddPublicationAsync("other");
        await newsroom.Intake.TakeAsync("other", "item:o#1", Draft(new Byline("Ada", "Chief")), Cancel);
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada", null, new Picture("ada.jpg", "")));
        await TakeAsync(newsroom, "item:b#1", new Byline("Ada"));
        Assert.Equal(new Byline("Ada"), Assert.Single(await AuthorsAsync(newsroom, "item:b#1")));
    }

    [Fact]
    public async Task A_borrowed_portrait_is_brought_in_for_the_column_that_shows_it()
    {
        await using var server = await PictureServer.StartAsync(async context =>
            await context.Response.Body.WriteAsync(SomePictures.Jpeg(96, 96), Cancel)
        );
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        using var web = new OutsideWeb("127.0.0.0/8");
        newsroom.Web = web;
        var portrait = new Picture($"{server.Root}/ada.png", "Ada");
        await TakeAsync(newsroom, "item:a#1", new Byline("Ada", null, portrait));
        var taken = await TakeAsync(newsroom, "item:b#1", new Byline("Ada"));
        Assert.Equal(portrait, Assert.Single(taken.Content.Authors).Portrait);
        Assert.Empty(taken.Content.Dropped);
        Assert.Single(server.Asked);
    }

    private static Task<TakenColumn> TakeAsync(Newsroom newsroom, string origin, params Byline[] authors) =>
        newsroom.Intake.TakeAsync(Newsroom.Slug, origin, Draft(authors), Cancel);

    private static ColumnDraft Draft(params Byline[] authors) => Some.Column("A bridge") with { Authors = authors };

    private static async Task<IReadOnlyList<Byline>> AuthorsAsync(Newsroom newsroom, string origin)
    {
        await using var db = newsroom.Database.Open();
        return (await db.CurrentRevisions.SingleAsync(r => r.Column.Origin == origin, Cancel)).Content.Authors;
    }
}
