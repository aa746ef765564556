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
