using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Pictures;
using Newsletter.Columns.Sources;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

public sealed class PictureGatheringTests
{
    private const string Loopback = "127.0.0.1/32";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_picture_is_fetched_once_however_often_its_column_comes(Provider provider)
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Jpeg());
        await using var newsroom = await OpenAsync(provider);
        var draft = With(Figure(server.At("/a.jpg")), Figure(server.At("/a.jpg")));

        await TakeAsync(newsroom, draft);
        await TakeAsync(newsroom, draft);
        await newsroom.Intake.TakeAsync(Newsroom.Slug, "file:/b.md", draft with { Title = "Another" }, Cancel);

        Assert.Single(server.Asked);
        var kept = Assert.Single(await KeptAsync(newsroom));
        Assert.Equal((PictureUse.Figure, 300, 200, null), (kept.Use, kept.Width, kept.Height, kept.Fault));
        Assert.NotNull(newsroom.Pictures.FileOrNull(kept.Name!));
    }

    [Theory, OnBothDatabases]
    public async Task A_picture_whose_file_is_gone_is_fetched_again(Provider provider)
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Jpeg());
        await using var newsroom = await OpenAsync(provider);
        await TakeAsync(newsroom, With(Figure(server.At("/a.jpg"))));
        Directory.Delete(newsroom.Database.Folder.In("pictures"), recursive: true);

        await TakeAsync(newsroom, With(Figure(server.At("/a.jpg"))));

        Assert.NotNull(newsroom.Pictures.FileOrNull((await KeptAsync(newsroom)).Single().Name!));
    }

    [Theory, OnBothDatabases]
    public async Task A_dead_picture_costs_no_column_is_told_and_is_tried_again(Provider provider)
    {
        var isUp = false;
        await using var server = await PictureServer.StartAsync(context =>
        {
            if (isUp)
                return context.Response.Body.WriteAsync(SomePictures.Jpeg()).AsTask();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await using var newsroom = await OpenAsync(provider);
        var draft = With(Figure(server.At("/a.jpg")));

        var first = await TakeAsync(newsroom, draft);

        var told = Assert.Single(first.Content.Dropped);
        Assert.Equal(server.At("/a.jpg").AbsoluteUri, told.Text);
        Said.Sentence(told.Why, "could not be had", "127.0.0.1 answered 503 (ServiceUnavailable).");
        Assert.Equal(told, Assert.Single((await ShownAsync(newsroom, first)).Dropped));

        isUp = true;
        var second = await TakeAsync(newsroom, draft);

        Assert.Equal((first.Column.Id, ColumnChange.None), (second.Column.Id, second.Change));
        Assert.Empty(second.Content.Dropped);
        Assert.Empty((await ShownAsync(newsroom, first)).Dropped);
        Assert.Null((await KeptAsync(newsroom)).Single().Fault);
    }

    [Fact]
    public async Task Pictures_are_found_however_deep_they_stand_and_fetched_some_at_once()
    {
        var (now, most) = (0, 0);
        await using var server = await PictureServer.StartAsync(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(50);
            Interlocked.Decrement(ref now);
            await context.Response.Body.WriteAsync(SomePictures.Jpeg(60, 40));
        });
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        Block[] figures = [.. Enumerable.Range(0, 12).Select(n => Figure(server.At($"/{n}.jpg")))];

        await TakeAsync(
            newsroom,
            With(
                new Block.Quotation([.. figures[..4]]),
                new Block.BulletedOrNumbered(Numbered: false, 1, [new ListItem([.. figures[4..8]])]),
                new Block.Note("1", [.. figures[8..]])
            )
        );

        Assert.Equal(12, (await KeptAsync(newsroom)).Count(picture => picture.Fault is null));
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task A_file_beside_the_column_is_read_anew_each_time()
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("newsletter-columns-").FullName;
        var photo = Path.Combine(folder, "photo.jpg");
        var draft = With(new Block.Figure(new Picture("photo.jpg", "A bridge"), []));

        var without = await TakeAsync(newsroom, draft, $"file:{folder}/a.md");
        await File.WriteAllBytesAsync(photo, SomePictures.Jpeg(60, 40), Cancel);
        await TakeAsync(newsroom, draft, $"file:{folder}/a.md");
        var first = (await KeptAsync(newsroom)).Single();
        await File.WriteAllBytesAsync(photo, SomePictures.Jpeg(80, 40), Cancel);
        await TakeAsync(newsroom, draft, $"file:{folder}/a.md");
        var second = (await KeptAsync(newsroom)).Single();
        Directory.Delete(folder, recursive: true);

        Assert.Contains("There is no such file", Assert.Single(without.Content.Dropped).Why, StringComparison.Ordinal);
        Assert.Equal((60, 80), (first.Width, second.Width));
        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Fact]
    public async Task A_file_beside_the_column_goes_before_the_web_page_that_the_column_is_on()
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("newsletter-columns-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "photo.jpg"), SomePictures.Jpeg(60, 40), Cancel);
        var file = Path.Combine(folder, "a.md");
        await File.WriteAllTextAsync(
            file,
            "---\nurl: https://nowhere.invalid/a/\n---\n# A\n\n![x](photo.jpg)\n\n![y](gone.jpg)\n\nWords.",
            Cancel
        );
        var draft = await ColumnFile.ReadAsync(file, ColumnFormat.Auto, ShortcodeNames.Usual, Cancel);

        var taken = await TakeAsync(newsroom, draft, FileOrigin.Of(file));
        Directory.Delete(folder, recursive: true);

        var dead = Assert.Single(taken.Content.Dropped);
        Assert.Equal("https://nowhere.invalid/a/gone.jpg", dead.Text);
        Assert.Contains("nowhere.invalid could not be reached", dead.Why, StringComparison.Ordinal);
        var here = Assert.Single(await KeptAsync(newsroom), picture => picture.Fault is null);
        Assert.Equal(("https://nowhere.invalid/a/photo.jpg", 60), (here.Source, here.Width));
    }

    [Fact]
    public async Task A_relative_address_of_a_column_without_a_folder_is_told()
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite);

        var taken = await TakeAsync(
            newsroom,
            With(new Block.Figure(new Picture("photo.jpg", ""), [])),
            "https://example.org/?p=1"
        );

        Assert.Contains("relative", Assert.Single(taken.Content.Dropped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_publication_that_is_not_there_nothing_is_fetched()
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Jpeg());
        await using var newsroom = await OpenAsync(Provider.Sqlite);

        await Assert.ThrowsAsync<Refusal>(() =>
            newsroom.Intake.TakeAsync("nowhere", "file:/a.md", With(Figure(server.At("/a.jpg"))), Cancel)
        );

        Assert.Empty(server.Asked);
    }

    private static async Task<Newsroom> OpenAsync(Provider provider)
    {
        var newsroom = await Newsroom.OpenAsync(provider);
        newsroom.Web = new OutsideWeb(Loopback);
        return newsroom;
    }

    private static Block.Figure Figure(Uri address) => new(new Picture(address.AbsoluteUri, "A bridge"), []);

    private static ColumnDraft With(params Block[] blocks) =>
        Some.Column("A bridge") with
        {
            Blocks = [.. Some.Column("").Blocks, .. blocks],
        };

    private static Task<TakenColumn> TakeAsync(Newsroom newsroom, ColumnDraft draft, string origin = "file:/a.md") =>
        newsroom.Intake.TakeAsync(Newsroom.Slug, origin, draft, Cancel);

    private static async Task<ColumnDraft> ShownAsync(Newsroom newsroom, TakenColumn taken)
    {
        var revision = await new ColumnShelf(newsroom.Database.Databases).FindAsync(taken.Column.Id, Cancel);
        return await newsroom.Shelf.ToldAsync(revision.Column.Origin, revision.Content, Cancel);
    }

    private static async Task<List<KeptPicture>> KeptAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Pictures.AsNoTracking().ToListAsync(Cancel);
    }
}
