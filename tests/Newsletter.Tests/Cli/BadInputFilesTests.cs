using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

public sealed class BadInputFilesTests
{
    public static TheoryData<string, byte[], string> Columns =>
        new()
        {
            { "a.pdf", "%PDF-1.7"u8.ToArray(), "a PDF" },
            { "a.zip", "PK\u0003\u0004"u8.ToArray(), "zip" },
            { "a.png", [0x89, 0x50, 0x4E, 0x47], "a picture (PNG)" },
            { "a.json", "{\"a\":1}"u8.ToArray(), "neither a JSON Feed nor a list of articles" },
            { "a.xml", "<svg/>"u8.ToArray(), "no feed and no WordPress export" },
            { "a.csv", "id,title\n1,A\n"u8.ToArray(), "of no kind that is known (.csv)" },
            { "a.xyz", [0, 1, 2], "NUL" },
            { "empty.txt", [], "is empty" },
            { "blank.txt", " \n\n "u8.ToArray(), "nothing but blank space" },
            { "latin.txt", [(byte)'C', (byte)'a', (byte)'f', 0xE9, (byte)'\n'], "line 1 holds the byte 0xE9" },
            { "front.md", "---\ntitle: x\n: [bad\n---\ntext\n"u8.ToArray(), "line 4" },
        };

    [Theory, MemberData(nameof(Columns))]
    public async Task A_file_that_is_no_column_is_refused_by_name_and_none_of_its_command_is_added(
        string name,
        byte[] bytes,
        string why
    )
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var good = folder.File("good.md", "# Good\n\nText.");
        Said.Refused(
            await folder.TypeAsync("column", "add", good, folder.File(name, bytes), "--publication", "lettre"),
            name,
            why
        );
        Assert.Empty((await folder.TypeAsync("column", "list", "--publication", "lettre", "--json")).Json.AsArray());
    }

    [Fact]
    public async Task A_kind_that_is_not_known_is_read_when_the_person_says_how()
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        var file = folder.File("notes.log", "A title\n\nA first line of text that is long enough.\n");
        var typed = await folder.TypeAsync("column", "add", file, "--publication", "lettre", "--format", "text");
        Assert.Equal(0, typed.Status);
    }

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("missing.txt", "There is no file")]
    public async Task A_path_without_a_file_is_said_so(string name, string why)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        Said.Refused(await folder.TypeAsync("column", "add", folder.In(name), "--publication", "lettre"), why);
        Said.Refused(
            await folder.TypeAsync("subscriber", "import", folder.In(name), "--publication", "lettre"),
            why[3..]
        );
    }

    [Fact]
    public async Task A_file_that_the_system_does_not_let_us_read_is_said_so()
    {
        Assert.SkipUnless(File.Exists("/proc/self/mem"), "Only Linux has a file that even root cannot read.");
        await using var folder = await BadInputFolder.WithPublicationAsync();
        Said.Refused(
            await folder.TypeAsync("column", "add", "/proc/self/mem", "--publication", "lettre"),
            "/proc/self/mem cannot be read",
            "permissions"
        );
    }

    [Theory]
    [InlineData("a.xlsx", "PK\u0003\u0004", "an Excel, OpenDocument or zip file")]
    [InlineData("a.html", "<html><p>ada@example.org</p></html>", "web page")]
    [InlineData("a.csv", "name,age\nAda,3\n", "no column of addresses")]
    [InlineData("a.csv", "", "is empty")]
    public async Task A_file_that_lists_no_readers_is_refused(string name, string text, string why)
    {
        await using var folder = await BadInputFolder.WithPublicationAsync();
        Said.Refused(
            await folder.TypeAsync("subscriber", "import", folder.File(name, text), "--publication", "lettre"),
            name,
            why
        );
    }
}
