using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class SubscriberExportTests
{
    private const string Readers =
        "email,name,City,status\nada@example.org,\"=HYPERLINK(\"\"x\"\")\",Brest,active\nbo@example.org,Bo,,unsubscribed\ncy@example.org,Cy,Brest,cleaned\n";

    [Fact]
    public async Task A_dry_run_shows_what_each_column_means_and_the_first_rows_and_writes_nothing()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var file = folder.File("r.csv", Readers);
        string[] words = ["subscriber", "import", file, "--publication", "lettre", "--dry-run"];

        var said = (await folder.DoneAsync(words)).Output;
        var json = (await folder.DoneAsync([.. words, "--json"])).Json;

        Assert.Contains("\"City\" is field city", said, StringComparison.Ordinal);
        Assert.Contains("bo@example.org>; unsubscribed", said, StringComparison.Ordinal);
        Assert.Equal("the status", (string?)json["columns"]?[3]?["as"]);
        Assert.Equal("csv", (string?)json["from"]);
        Assert.Equal(
            ["active", "unsubscribed", "suppressed"],
            json["sample"]!.AsArray().Select(row => (string?)row?["becomes"])
        );
        Assert.Equal("Brest", (string?)json["sample"]?[0]?["fields"]?["city"]);
        Assert.Empty((await ExportAsync(folder, "--json")).Json.AsArray());
    }

    [Fact]
    public async Task An_export_of_a_segment_holds_its_readers_alone()
    {
        await using var folder = await WithReadersAsync();

        var json = (await ExportAsync(folder, "--where", "name = Bo", "--json")).Json.AsArray();

        Assert.Equal(["bo@example.org"], json.Select(reader => (string?)reader?["email"]));
    }

    [Fact]
    public async Task An_export_goes_to_the_screen_as_csv_and_as_json()
    {
        await using var folder = await WithReadersAsync();

        var lines = (await ExportAsync(folder)).Output.Trim().Split('\n');
        var json = (await ExportAsync(folder, "--json")).Json.AsArray();

        Assert.StartsWith("email,name,language,status,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",tags,field:city", lines[0].Trim(), StringComparison.Ordinal);
        Assert.StartsWith("ada@example.org,\"'=HYPERLINK(\"\"x\"\")\",,active,", lines[1], StringComparison.Ordinal);
        Assert.Equal(["active", "unsubscribed", "suppressed"], json.Select(reader => (string?)reader?["status"]));
        Assert.Equal("Brest", (string?)json[0]?["fields"]?["city"]);
        Assert.Equal("import of r.csv, line 2, status \"active\"", (string?)json[0]?["consent"]?["how"]);
    }

    [Fact]
    public async Task An_export_to_a_file_is_whole_and_its_owners_alone()
    {
        await using var folder = await WithReadersAsync();
        var path = folder.File("out.json", "old");
        File.Delete(path);

        var said = (await ExportAsync(folder, "--out", path, "--state", "active", "--json")).Json;

        Assert.Equal((path, 1), ((string?)said["written"], (int?)said["readers"]));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.StartsWith(
            "[{\"email\":\"ada@example.org\"",
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(path + ".part"));
    }

    [Theory]
    [InlineData("no publication \"nowhere\"", "--publication", "nowhere")]
    [InlineData("no state", "--publication", "lettre", "--state", "happy")]
    [InlineData("no format", "--publication", "lettre", "--format", "excel")]
    [InlineData("leave --json out", "--publication", "lettre", "--format", "csv", "--json")]
    [InlineData("cannot be written", "--publication", "lettre", "--out", "no/such/folder.csv")]
    public async Task What_cannot_be_exported_is_refused_with_a_sentence(string sentence, params string[] words)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var typed = await folder.TypeAsync(["subscriber", "export", .. words]);
        Assert.Equal((1, ""), (typed.Status, typed.Output));
        Assert.Contains(sentence, typed.Error, StringComparison.Ordinal);
    }

    private static async Task<BadInputFolder> WithReadersAsync()
    {
        var folder = await BadInputFolder.WithPublicationAsync();
        await folder.DoneAsync(["subscriber", "import", folder.File("r.csv", Readers), "--publication", "lettre"]);
        return folder;
    }

    private static Task<Typed> ExportAsync(BadInputFolder folder, params string[] more) =>
        folder.DoneAsync(["subscriber", "export", "--publication", "lettre", .. more]);
}
