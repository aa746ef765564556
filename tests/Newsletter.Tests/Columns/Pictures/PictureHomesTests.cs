using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Pictures;
using Newsletter.Columns.Sources;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

/// <summary>Whose a picture is, where columns lie beside each other, move and are copied.</summary>
public sealed class PictureHomesTests
{
    private const string Loopback = "127.0.0.1/32";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_columns_with_a_file_of_one_address_have_each_its_own_picture()
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("newsletter-columns-").FullName;
        var taken = new List<TakenColumn>();
        foreach (var (place, width) in new[] { ("c1", 60), ("c2", 80) })
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, place)).FullName, "index.md");
            await File.WriteAllBytesAsync(
                Path.Combine(folder, place, "photo.png"),
                SomePictures.Jpeg(width, 40),
                Cancel
            );
            await File.WriteAllTextAsync(
                file,
                $"---\nurl: https://site.invalid/post-{place}\n---\n# {place}\n\n![x](photo.png)\n\nWords.",
                Cancel
            );
            var draft = await ColumnFile.ReadAsync(file, ColumnFormat.Auto, ShortcodeNames.Usual, Cancel);
            taken.Add(await TakeAsync(newsroom, draft, FileOrigin.Of(file)));
        }

        Directory.Delete(folder, recursive: true);

        Assert.Equal([60, 80], [await WidthAsync(newsroom, taken[0]), await WidthAsync(newsroom, taken[1])]);
    }

    [Fact]
    public async Task A_file_that_was_moved_has_the_pictures_beside_its_new_place()
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("newsletter-columns-").FullName;
        var (old, now) = (Directory.CreateDirectory(folder + "/old"), Directory.CreateDirectory(folder + "/new"));
        var draft = With(new Block.Figure(new Picture("photo.jpg", "A bridge"), []));
        var before = await TakeAsync(newsroom, draft, $"file:{old.FullName}/a.md");
        await File.WriteAllBytesAsync($"{now.FullName}/photo.jpg", SomePictures.Jpeg(60, 40), Cancel);

        var moved = await TakeAsync(newsroom, draft, $"file:{now.FullName}/a.md");
        Directory.Delete(folder, recursive: true);

        Assert.Equal((before.Column.Id, ColumnChange.None), (moved.Column.Id, moved.Change));
        Assert.Empty(moved.Content.Dropped);
        Assert.Empty((await ShownAsync(newsroom, moved)).Dropped);
        Assert.Equal(60, await WidthAsync(newsroom, moved));
    }

    [Fact]
    public async Task A_file_that_was_copied_has_the_pictures_of_the_first()
    {
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("newsletter-columns-").FullName;
        var (first, copy) = (Directory.CreateDirectory(folder + "/first"), Directory.CreateDirectory(folder + "/copy"));
        await File.WriteAllTextAsync($"{first.FullName}/a.md", "# A bridge", Cancel);
        var draft = With(new Block.Figure(new Picture("photo.jpg", "A bridge"), []));
        await TakeAsync(newsroom, draft, $"file:{first.FullName}/a.md");
        await File.WriteAllBytesAsync($"{first.FullName}/photo.jpg", SomePictures.Jpeg(60, 40), Cancel);

        var taken = await TakeAsync(newsroom, draft, $"file:{copy.FullName}/a.md");
        var revised = await TakeAsync(newsroom, draft with { Title = "Revised" }, $"file:{first.FullName}/a.md");
        Directory.Delete(folder, recursive: true);

        Assert.Empty(taken.Content.Dropped);
        Assert.Equal(60, await WidthAsync(newsroom, taken));
        Assert.Equal((taken.Column.Id, ColumnChange.Revised), (revised.Column.Id, revised.Change));
    }

    [Fact]
    public async Task A_picture_beyond_the_most_is_kept_as_dead_but_none_that_is_here_is_lost()
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Jpeg(60, 40));
        await using var newsroom = await OpenAsync(Provider.Sqlite);
        await newsroom.Intake.TakeAsync(Newsroom.Slug, "file:/b.md", With(Figure(server.At("/201.jpg"))), Cancel);
        Block[] figures = [.. Enumerable.Range(0, 203).Select(n => Figure(server.At($"/{n}.jpg")))];

        var taken = await TakeAsync(newsroom, With(figures));

        var kept = await KeptAsync(newsroom);
        Assert.Equal(
            [server.At("/200.jpg").AbsoluteUri, server.At("/202.jpg").AbsoluteUri],
            kept.Where(picture => picture.Fault is not null).Select(picture => picture.Source).Order()
        );
        Assert.Equal(201, kept.Count(picture => picture.Name is not null));
        Assert.Equal(2, taken.Content.Dropped.Count);
        Assert.Equal(2, (await ShownAsync(newsroom, taken)).Dropped.Count);
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

    private static async Task<int?> WidthAsync(Newsroom newsroom, TakenColumn taken)
    {
        var revision = await new ColumnShelf(newsroom.Database.Databases).FindAsync(taken.Column.Id, Cancel);
        var picture = Assert.Single(ColumnPictures.In(revision.Content.Blocks));
        var shelved = await newsroom.Shelf.OfAsync([revision], Cancel);
        return shelved.Find(revision.Column.Origin, picture, PictureUse.Figure)?.Width;
    }

    private static async Task<List<KeptPicture>> KeptAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Database.Open();
        return await db.Pictures.AsNoTracking().ToListAsync(Cancel);
    }
}
