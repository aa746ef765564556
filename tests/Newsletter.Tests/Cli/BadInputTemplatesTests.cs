using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class BadInputTemplatesTests
{
    [Theory]
    [InlineData("issue.html", "{{ for x in }}{{ end }}", "issue.html, line 2")]
    [InlineData(
        "issue.html",
        "{{ issue.nonsense }}",
        "issue.html, line 2, column 10: issue has no member \"nonsense\""
    )]
    [InlineData("issue.html", "{{ include \"nopart\" }}", "there is no part \"nopart\"")]
    public async Task A_template_with_an_error_is_named_with_file_and_line(string file, string fault, string why)
    {
        await using var folder = await BadInputFolder.WithQueuedIssueAsync();
        var templates = Copy(folder);
        folder.File($"templates/default/{file}", $"<p>\n{fault}");
        folder.File("b.md", "# B\n\nText.");
        await folder.DoneAsync(["column", "add", folder.In("b.md"), "--publication", "lettre"]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
        Said.Refused(await folder.TypeAsync("issue", "approve", "2", "--templates", templates), why);
        Assert.Equal("draft", (string?)(await folder.TypeAsync("issue", "status", "2", "--json")).Json["state"]);
    }

    [Fact]
    public async Task A_folder_without_an_issue_in_it_is_no_template()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var templates = Copy(folder);
        Directory.CreateDirectory(Path.Combine(templates, "hollow"));
        Said.Refused(
            await folder.TypeAsync("publication", "set", "lettre", "--template", "hollow", "--templates", templates),
            "There is no template \"hollow\"",
            "default"
        );
    }

    [Fact]
    public async Task A_missing_folder_of_templates_is_said_so()
    {
        await using var folder = new BadInputFolder();
        Said.Refused(
            await folder.TypeAsync(
                "publication",
                "add",
                "a",
                "--title",
                "T",
                "--from",
                "a@example.org",
                "--templates",
                folder.In("no")
            ),
            folder.In("no"),
            "--templates"
        );
    }

    private static string Copy(BadInputFolder folder)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "templates");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = folder.In(Path.Combine("templates", Path.GetRelativePath(source, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder.In("templates");
    }
}
