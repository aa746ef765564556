using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class ColumnsOfOneFileTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>A paper</title><link>https://paper.example/</link>
        <item><guid>1</guid><title>A bridge</title><author>no@paper.example (Ada Lovelace)</author><description>It opens in the spring.</description></item>
        <item><guid>2</guid><title>A ferry</title><description>It sails in the summer.</description></item></channel></rss>
        """;

    private const string Export = """
        <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
        <wp:base_blog_url>https://blog.example</wp:base_blog_url>
        <item><title>A bridge</title><guid>https://blog.example/?p=1</guid><content:encoded>It opens.</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
        <item><title>A secret</title><guid>https://blog.example/?p=2</guid><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
        </channel></rss>
        """;

    [Fact]
    public async Task A_feed_gives_a_column_an_item()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var added = await AddAsync(folder, folder.File("feed.xml", Feed), "--json");

        Assert.Equal(["A bridge", "A ferry"], added.Json.AsArray().Select(column => (string?)column?["title"]));
        Assert.Equal("Ada Lovelace", (string?)added.Json[0]?["authors"]?[0]?["name"]);
        Assert.Equal("added", (string?)added.Json[1]?["change"]);
    }

    [Fact]
    public async Task The_same_feed_again_changes_nothing_and_an_edited_item_is_a_revision()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await AddAsync(folder, folder.File("feed.xml", Feed));

        var same = await AddAsync(folder, folder.In("feed.xml"), "--json");
        folder.File("feed.xml", Feed.Replace("in the summer", "in autumn", StringComparison.Ordinal));
        var edited = await AddAsync(folder, folder.In("feed.xml"), "--json");

        Assert.Equal(
            [(1, "none"), (2, "none")],
            same.Json.AsArray().Select(column => ((int)column!["id"]!, (string?)column["change"]))
        );
        Assert.Equal(
            [(1, "none"), (2, "revised")],
            edited.Json.AsArray().Select(column => ((int)column!["id"]!, (string?)column["change"]))
        );
    }

    [Fact]
    public async Task A_later_export_of_a_blog_revises_the_columns_of_the_first()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await AddAsync(folder, folder.File("march.xml", Export));

        var april = folder.File("april.xml", Export.Replace("It opens.", "It is open.", StringComparison.Ordinal));
        var revised = (await AddAsync(folder, april, "--json")).Json;

        Assert.Equal((1, "revised"), ((int)revised[0]!["id"]!, (string?)revised[0]!["change"]));
    }

    [Fact]
    public async Task What_an_export_holds_and_no_column_is_is_told_and_why()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var added = await AddAsync(folder, folder.File("blog.xml", Export));

        Assert.Contains("\"A secret\": Its status is \"draft\"", added.Error, StringComparison.Ordinal);
        Assert.Contains("blog.xml: 1 column(s), 1 left out.", added.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_feed_leaves_everything_as_it_was()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var broken = folder.File("broken.xml", Feed.Replace("</rss>", "", StringComparison.Ordinal));
        var refused = await folder.TypeAsync(
            "column",
            "add",
            folder.File("feed.xml", Feed),
            broken,
            "--publication",
            "lettre"
        );

        Assert.Equal(1, refused.Status);
        Assert.Contains("broken.xml is broken XML: line ", refused.Error, StringComparison.Ordinal);
        var list = await folder.DoneAsync(["column", "list", "--publication", "lettre", "--json"]);
        Assert.Empty(list.Json.AsArray());
    }

    [Theory]
    [InlineData("--format", "feed")]
    [InlineData("--format", "wxr")]
    public async Task A_file_of_another_format_than_was_said_is_refused(string option, string format)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var file = folder.File("a.md", "# A bridge\n\nIt opens.");
        var refused = await folder.TypeAsync("column", "add", file, "--publication", "lettre", option, format);

        Assert.Equal(1, refused.Status);
        Assert.Contains("a.md", refused.Error, StringComparison.Ordinal);
    }

    private static Task<Typed> AddAsync(BadInputFolder folder, string file, params string[] more) =>
        folder.DoneAsync(["column", "add", file, "--publication", "lettre", .. more]);
}
