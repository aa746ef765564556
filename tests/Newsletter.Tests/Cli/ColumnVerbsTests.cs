using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class ColumnVerbsTests
{
    private const string Markdown = """
        ---
        title: A bridge
        author: Ada Marchand
        mood: cheerful
        ---

        The bridge opens in the spring, and nobody knows who will walk over it first.

        > It holds.
        """;

    [Fact]
    public async Task A_column_that_is_added_is_told_with_its_blocks_and_with_what_was_dropped_and_why()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var column = (await AddAsync(folder, "--json")).Json[0];

        Assert.Equal(
            (1, "A bridge", "en"),
            ((int?)column?["id"], (string?)column?["title"], (string?)column?["language"])
        );
        Assert.Equal("Ada Marchand", (string?)column?["authors"]?[0]?["name"]);
        Assert.Equal(
            ["paragraph", "quote"],
            column?["blocks"]?.AsArray().Select(block => (string?)block?["kind"]) ?? []
        );
        Assert.Equal("It holds.", (string?)column?["blocks"]?[1]?["text"]);
        var dropped = Assert.Single(column?["dropped"]?.AsArray() ?? []);
        Assert.Equal("mood: cheerful", (string?)dropped?["text"]);
        Assert.NotEqual("", (string?)dropped?["why"]);
    }

    [Fact]
    public async Task What_was_dropped_is_told_to_people_too()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var told = await AddAsync(folder);

        Assert.Contains("dropped \"mood: cheerful\": ", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_what_became_of_each_column()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await AddAsync(folder);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
        await folder.DoneAsync([
            "column",
            "add",
            folder.File("b.md", "# A ferry\n\nIt sails."),
            "--publication",
            "lettre",
        ]);

        var list = (await folder.DoneAsync(["column", "list", "--publication", "lettre", "--json"])).Json.AsArray();

        Assert.Equal(
            [("A ferry", "waiting", null), ("A bridge", "reserved", 1)],
            list.Select(column => ((string?)column?["title"], (string?)column?["state"], (int?)column?["issue"]))
        );
    }

    private static Task<Typed> AddAsync(BadInputFolder folder, params string[] more) =>
        folder.DoneAsync(["column", "add", folder.File("a.md", Markdown), "--publication", "lettre", .. more]);
}
