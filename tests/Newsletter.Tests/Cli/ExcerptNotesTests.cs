using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

/// <summary>What <c>issue check</c> says of columns that do not stand whole in the mail.</summary>
public sealed class ExcerptNotesTests
{
    [Fact]
    public async Task A_check_says_which_columns_are_excerpts_by_the_template_and_which_were_shortened_to_fit()
    {
        await using var folder = await IssueAsync("default", lead: 200_000, other: 5_000, "short");

        var check = (await folder.DoneAsync(["issue", "check", "1", "--json"])).Json;

        var warning = Assert.Single(
            check["warnings"]!.AsArray(),
            finding => ((string)finding!["what"]!).Contains("shortened", StringComparison.Ordinal)
        );
        Said.Sentence((string)warning!["what"]!, "Column 1", "is shortened to fit");
        var note = Assert.Single(check["notes"]!.AsArray());
        Assert.Equal("excerpt", (string?)note!["rule"]);
        Said.Sentence((string)note["what"]!, "Column 2", "stands as an excerpt", "template.json");
    }

    [Fact]
    public async Task People_read_the_same_lines_and_a_digest_has_one_for_each_long_column()
    {
        await using var folder = await IssueAsync("digest", lead: 5_000, other: 5_000, "short");

        var said = (await folder.DoneAsync(["issue", "check", "1"])).Output;

        Assert.Equal(2, said.Split("note     excerpt: Column ").Length - 1);
        Assert.DoesNotContain("shortened", said, StringComparison.Ordinal);
    }

    private static async Task<BadInputFolder> IssueAsync(string template, int lead, int other, string last)
    {
        var folder = await BadInputFolder.WithPublicationAsync();
        await folder.DoneAsync(["publication", "set", "lettre", "--template", template]);
        foreach (var (name, words) in new[] { ("One", Words(lead)), ("Two", Words(other)), ("Three", last) })
            await folder.DoneAsync([
                "column",
                "add",
                folder.File($"{name}.md", $"# {name}\n\n{words}\n"),
                "--publication",
                "lettre",
            ]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre", "--columns", "1,2,3"]);
        return folder;
    }

    private static string Words(int characters) =>
        string.Join("\n\n", Enumerable.Repeat("It was lit at five, and put out at six again.", characters / 46));
}
