using Microsoft.Data.Sqlite;
using Newsletter.Database;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

/// <summary>Pictures as a person at the command line meets them.</summary>
public sealed class PictureVerbsTests
{
    private const string Markdown = """
        ---
        title: A bridge
        authors:
          - name: Ada Marchand
            role: Editor
            portrait: ada.png
        ---

        The bridge opens in the spring, and nobody knows who will walk over it first.

        ![A bridge in the fog](photo.jpg "The bridge, in March")

        ![A page](page.jpg) ![Far](http://169.254.169.254/a.jpg) ![Out](../../etc/passwd) ![Bomb](bomb.png)
        """;

    [Fact]
    public async Task A_column_is_added_with_its_pictures_and_those_that_cannot_be_had_are_told()
    {
        await using var folder = await FolderAsync();

        var column = (await AddAsync(folder, "--json")).Json[0]!;

        Assert.Equal(
            ["page.jpg", "http://169.254.169.254/a.jpg", "../../etc/passwd", "bomb.png"],
            column["dropped"]!.AsArray().Select(line => (string)line!["text"]!)
        );
        string[] sentences =
        [
            "It is an HTML page",
            "no public address",
            "only from the folder of its column or below",
            "60,000 by 60,000 pixels",
        ];
        foreach (var (line, sentence) in column["dropped"]!.AsArray().Zip(sentences))
            Said.Sentence((string)line!["why"]!, sentence);
        var shown = (await folder.DoneAsync(["column", "show", "1", "--json"])).Json;
        Assert.Equal(column["dropped"]!.ToJsonString(), shown["dropped"]!.ToJsonString());
    }

    [Fact]
    public async Task A_preview_can_hold_its_pictures_for_a_look_without_the_site()
    {
        await using var folder = await FolderAsync();
        await AddAsync(folder);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);

        await folder.DoneAsync(["issue", "preview", "1", "--html", folder.In("sent.html")]);
        await folder.DoneAsync(["issue", "preview", "1", "--html", folder.In("seen.html"), "--with-pictures"]);

        var sent = await File.ReadAllTextAsync(folder.In("sent.html"), TestContext.Current.CancellationToken);
        var seen = await File.ReadAllTextAsync(folder.In("seen.html"), TestContext.Current.CancellationToken);
        Assert.Equal(2, sent.Split("src=\"http://127.0.0.1:5080/pictures/").Length - 1);
        Assert.DoesNotContain("data:", sent, StringComparison.Ordinal);
        Assert.Equal(2, seen.Split("src=\"data:image/").Length - 1);
        Assert.DoesNotContain("/pictures/", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_was_taken_in_without_its_pictures_is_shown_with_a_line_for_each()
    {
        await using var folder = await FolderAsync();
        await AddAsync(folder);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder.Data, "newsletter.db")}"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var forget = new SqliteCommand("DELETE FROM pictures", database);
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var shown = await folder.DoneAsync(["column", "show", "1"]);

        Said.Sentence(
            shown.Output,
            "The picture photo.jpg was never fetched, and is not shown; add its column again.",
            "The portrait ada.png was never fetched"
        );
    }

    [Fact]
    public async Task Whoever_watches_and_waits_is_told_that_pictures_are_fetched_and_nobody_else()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        // Many pixels in few bytes, one after another: seconds on any machine.
        var pictures = Enumerable
            .Range(0, 10)
            .Select(n =>
            {
                folder.File($"{n}.png", SomePictures.Bomb(7000, 7000 - n));
                return $"![Black]({n}.png)\n\n";
            });
        var file = folder.File("slow.md", $"# A slow one\n\n{string.Concat(pictures)}");
        var program = Path.ChangeExtension(typeof(NewsletterDb).Assembly.Location, ".dll");
        var command = $"dotnet {program} column add {file} --publication lettre --data {folder.Data}";

        var watched = await Shell.RunAsync("script", "-qec", command, "/dev/null");
        var scripted = await Shell.RunAsync("script", "-qec", $"{command} --json", "/dev/null");
        var unwatched = await folder.RunAsync([], "column", "add", file, "--publication", "lettre");

        Assert.Contains("A slow one: its 10 picture(s) are being fetched", watched, StringComparison.Ordinal);
        Assert.DoesNotContain("being fetched", scripted, StringComparison.Ordinal);
        Assert.Equal("", unwatched.Error);
    }

    private static async Task<BadInputFolder> FolderAsync()
    {
        var folder = await BadInputFolder.WithPublicationAsync();
        folder.File("photo.jpg", SomePictures.Jpeg(800, 400));
        folder.File("ada.png", Portrait());
        folder.File("page.jpg", "<!doctype html><title>Gone</title>");
        folder.File("bomb.png", SomePictures.Bomb(60_000, 60_000));
        return folder;
    }

    private static byte[] Portrait() => SomePictures.Photograph(200, 300).PngsaveBuffer();

    private static Task<Typed> AddAsync(BadInputFolder folder, params string[] more) =>
        folder.DoneAsync(["column", "add", folder.File("a.md", Markdown), "--publication", "lettre", .. more]);
}
