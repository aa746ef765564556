namespace Newsletter.Tests.Cli;

public sealed class RuleVerbsTests
{
    [Fact]
    public async Task A_rule_is_set_and_shown_in_the_same_words()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        string[] rule =
        [
            "--languages",
            "fr,en",
            "--maximum",
            "5",
            "--order",
            "lead",
            "--too-few",
            "send",
            "--others",
            "excerpt",
            "--subject-pattern",
            "{publication} {number}",
            "--approval",
            "person",
            "--draft-before",
            "24h",
            "--missed",
            "skip",
        ];
        await folder.DoneAsync(["publication", "set", "lettre", .. rule]);

        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json["editions"]?[0]?["rule"];

        Assert.Equal(["fr", "en"], shown?["languages"]?.AsArray().Select(word => (string?)word) ?? []);
        Assert.Equal(
            (5, "lead", "send"),
            ((int?)shown?["maximum"], (string?)shown?["order"], (string?)shown?["tooFew"])
        );
        Assert.Equal(("template", "excerpt"), ((string?)shown?["lead"], (string?)shown?["others"]));
        Assert.Equal("{publication} {number}", (string?)shown?["subjectPattern"]);
        Assert.Equal(("person", 1440), ((string?)shown?["approval"], (int?)shown?["draftBeforeMinutes"]));
        Assert.Equal("skip", (string?)shown?["missed"]);
    }

    [Fact]
    public async Task Quiet_days_are_shown_with_the_hours_that_they_cost_and_why()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        await folder.DoneAsync([
            "publication",
            "set",
            "lettre",
            "--timezone",
            "Europe/Paris",
            "--schedule",
            "0 0 8 25 12 ?",
            "--quiet",
            "fr,12-26",
            "--on-quiet",
            "move",
        ]);

        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;
        var told = (await folder.DoneAsync(["publication", "show", "lettre"])).Output;

        Assert.All(
            shown["nextIssues"]?.AsArray() ?? [],
            slot => Assert.Contains("-12-27T08:00:00+01:00", (string?)slot, StringComparison.Ordinal)
        );
        Assert.Equal("Christmas Day (fr)", (string?)shown["editions"]?[0]?["quietHours"]?[0]?["why"]);
        Assert.Equal("move", (string?)shown["onQuiet"]);
        Assert.Contains(": Christmas Day (fr); it goes ", told, StringComparison.Ordinal);
        Assert.Contains("quiet days    fr, 12-26; then: move", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_rule_leaves_the_publication_as_it_was()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();

        var refused = await folder.TypeAsync(
            "publication",
            "set",
            "lettre",
            "--maximum",
            "3",
            "--subject-pattern",
            "{issue}"
        );

        Assert.Equal(1, refused.Status);
        Assert.Contains("\"{issue}\" in the pattern is filled by nothing", refused.Error, StringComparison.Ordinal);
        var shown = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;
        Assert.Null((int?)shown["editions"]?[0]?["rule"]?["maximum"]);
    }

    [Fact]
    public async Task A_column_is_held_listed_so_and_released()
    {
        await using var folder = await WithColumnAsync();

        var held = await folder.DoneAsync(["column", "hold", "1"]);
        var listed = (await ListAsync(folder))["state"];
        var composed = await folder.TypeAsync("issue", "compose", "--publication", "lettre");
        await folder.DoneAsync(["column", "release", "1"]);

        Assert.Contains("Column 1 is held until it is released in lettre.", held.Output, StringComparison.Ordinal);
        Assert.Equal("held", (string?)listed);
        Assert.Equal(1, composed.Status);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
    }

    [Fact]
    public async Task Several_columns_are_decided_on_at_once_and_one_that_is_not_there_is_said()
    {
        await using var folder = await WithColumnAsync();
        foreach (var name in new[] { "b", "c" })
            await folder.DoneAsync([
                "column",
                "add",
                folder.File($"{name}.md", $"# {name}\n\nWords of {name}."),
                "--publication",
                "lettre",
            ]);

        await folder.DoneAsync(["column", "hold", "1,2-3"]);
        var released = await folder.TypeAsync("column", "release", "2-4");
        var refused = await folder.TypeAsync("column", "release", "4-2");

        Assert.Equal(1, released.Status);
        Assert.Contains("Column 3 waits for the next issue", released.Output, StringComparison.Ordinal);
        Assert.Contains("Not done: There is no column 4", released.Output, StringComparison.Ordinal);
        Assert.Contains("\"4-2\" is no column id", refused.Error, StringComparison.Ordinal);
        var list = (await folder.DoneAsync(["column", "list", "--publication", "lettre", "--json"])).Json.AsArray();
        Assert.Equal(["waiting", "waiting", "held"], list.Select(column => (string?)column?["state"]));
    }

    [Theory]
    [InlineData("skip", "skipped")]
    [InlineData("carried", "carried")]
    public async Task What_a_person_decides_of_a_column_stands_in_the_list(string verb, string state)
    {
        await using var folder = await WithColumnAsync();
        await folder.DoneAsync(["column", verb, "1", "--publication", "lettre"]);
        Assert.Equal(state, (string?)(await ListAsync(folder))["state"]);
    }

    [Fact]
    public async Task An_embargo_is_told_with_its_offset_and_in_the_list()
    {
        await using var folder = await WithColumnAsync();

        var set = await folder.DoneAsync(["column", "embargo", "1", "--until", "2099-07-01T08:00", "--json"]);
        var listed = await ListAsync(folder);
        var lifted = await folder.DoneAsync(["column", "embargo", "1", "--until", "off"]);

        Assert.Equal("2099-07-01T08:00:00+00:00", (string?)set.Json["embargoUntil"]);
        Assert.Equal("under embargo until 2099-07-01T08:00:00Z", (string?)listed["why"]);
        Assert.Contains("no embargo any more", lifted.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no column 9", "column", "skip", "9")]
    [InlineData("There is no publication \"other\"", "column", "skip", "1", "--publication", "other")]
    [InlineData("\"x\" is no column id", "column", "order", "1,x", "--publication", "lettre")]
    [InlineData("Column 9 does not serve", "column", "order", "1,9", "--publication", "lettre")]
    [InlineData("\"soon\" is no time", "column", "embargo", "1", "--until", "soon")]
    [InlineData("There is no issue 9", "issue", "embargo", "9", "--until", "off")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string sentence, params string[] words)
    {
        await using var folder = await WithColumnAsync();
        var refused = await folder.TypeAsync(words);
        Assert.Equal(1, refused.Status);
        Assert.Contains(sentence, refused.Error, StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> ListAsync(BadInputFolder folder) =>
        (await folder.DoneAsync(["column", "list", "--publication", "lettre", "--json"])).Json[0]!;

    private static async Task<BadInputFolder> WithColumnAsync()
    {
        var folder = await BadInputFolder.WithPublicationAsync();
        await folder.DoneAsync([
            "column",
            "add",
            folder.File("a.md", "# A bridge\n\nIt opens."),
            "--publication",
            "lettre",
        ]);
        return folder;
    }
}
