using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NetVips;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Cli;

/// <summary>A publication's logo as a person at the command line meets it.</summary>
public sealed class LogoVerbsTests
{
    private const string Site = "Site__Url=https://news.example.org";

    [Fact]
    public async Task A_logo_of_a_file_is_in_the_mail_from_our_own_site_with_the_title_for_words()
    {
        await using var folder = await FolderAsync();

        await SetAsync(folder, $"logo={folder.File("our logo.png", Clear(800, 200))}");

        var image = await ImageAsync(folder);
        Assert.Matches("^https://news.example.org/pictures/[0-9a-f]{64}\\.png$", image.GetAttribute("src"));
        Assert.Equal(
            ("592", "148", "La Lettre"),
            (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("alt"))
        );
        using var kept = Image.NewFromFile(Assert.Single(Kept(folder)));
        Assert.Equal((800, 200, true), (kept.Width, kept.Height, kept.HasAlpha()));
    }

    [Theory]
    [InlineData("", 320, 160, 320, 160)]
    [InlineData(" 240x120", 240, 120, 480, 240)]
    [InlineData(" 240x80", 160, 80, 320, 160)]
    public async Task A_logo_is_as_large_as_it_is_asked_for_and_has_twice_the_pixels(
        string size,
        int width,
        int height,
        int across,
        int down
    )
    {
        await using var folder = await FolderAsync();

        await SetAsync(folder, $"logo={folder.File("logo.png", Clear(2000, 1000))}{size}");

        var image = await ImageAsync(folder);
        Assert.Equal(($"{width}", $"{height}"), (image.GetAttribute("width"), image.GetAttribute("height")));
        using var kept = Image.NewFromFile(Assert.Single(Kept(folder)));
        Assert.Equal((across, down), size.Length == 0 ? (kept.Width / 2, kept.Height / 2) : (kept.Width, kept.Height));
    }

    [Fact]
    public async Task A_drawing_is_drawn_at_the_size_it_is_shown_in()
    {
        await using var folder = await FolderAsync();
        var svg = SomePictures.Svg("<circle cx='50' cy='25' r='20' fill='#123456'/>");

        await SetAsync(folder, $"logo={folder.File("logo.svg", svg)} 300x150");

        using var kept = Image.NewFromFile(Assert.Single(Kept(folder)));
        Assert.Equal((600, 300, true), (kept.Width, kept.Height, kept.HasAlpha()));
        Assert.Equal("300", (await ImageAsync(folder)).GetAttribute("width"));
    }

    [Fact]
    public async Task A_logo_is_set_upright_and_says_nothing_of_its_maker()
    {
        await using var folder = await FolderAsync();
        var taken = SomePictures.JpegOfATelephone(300, 150, 6, "Kamerawerk-4711");

        await SetAsync(folder, $"logo={folder.File("logo.jpg", taken)} 75x150");

        var bytes = await File.ReadAllBytesAsync(Assert.Single(Kept(folder)), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Kamerawerk", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("75", (await ImageAsync(folder)).GetAttribute("width"));
        Assert.Equal("150", (await ImageAsync(folder)).GetAttribute("height"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/logo.png", "no public address")]
    [InlineData("https://127.0.0.1:9/logo.png 240x80", "no public address")]
    [InlineData("missing.png", "There is no such file")]
    [InlineData(".", "It is a folder; name the file")]
    [InlineData("page.png", "HTML page")]
    [InlineData("bomb.png", "60,000 by 60,000 pixels")]
    [InlineData("ftp://example.org/a.png", "https address or a file")]
    public async Task A_logo_that_cannot_be_had_is_told_and_the_old_one_stays(string logo, string why)
    {
        await using var folder = await FolderAsync();
        await SetAsync(folder, $"logo={folder.File("logo.png", Clear(400, 100))}");
        folder.File("page.png", "<!doctype html><title>Gone</title>");
        folder.File("bomb.png", SomePictures.Bomb(60_000, 60_000));
        var before = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json["logo"]!.ToJsonString();

        var named = logo.Contains(':', StringComparison.Ordinal) ? logo : folder.In(logo);
        var refused = await folder.TypeAsync(
            "publication",
            "set",
            "lettre",
            "--title",
            "Other",
            "--theme",
            $"logo={named}"
        );

        Said.Refused(refused, why);
        var after = (await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json;
        Assert.Equal((before, "La Lettre"), (after["logo"]!.ToJsonString(), (string?)after["title"]));
    }

    [Fact]
    public async Task A_logo_is_taken_away_by_an_empty_value()
    {
        await using var folder = await FolderAsync();
        await SetAsync(folder, $"logo={folder.File("logo.png", Clear(400, 100))}");

        await SetAsync(folder, "logo=");

        Assert.Null((await folder.DoneAsync(["publication", "show", "lettre", "--json"])).Json["logo"]);
    }

    [Fact]
    public async Task The_doctor_and_the_check_say_when_a_logo_is_gone_and_the_title_stands_in_its_place()
    {
        await using var folder = await FolderAsync();
        await SetAsync(folder, $"logo={folder.File("logo.png", Clear(400, 100))}");
        Assert.Equal("ok", await DoctorAsync(folder, "state"));

        Directory.Delete(Path.Combine(folder.Data, "pictures"), recursive: true);

        Assert.Equal("wrong", await DoctorAsync(folder, "state"));
        Said.Sentence((await DoctorAsync(folder, "says"))!, "logo.png is not shown", "set lettre --theme logo=");
        await ComposeAsync(folder);
        var check = await folder.DoneAsync(["issue", "check", "1"]);
        Assert.Contains("its file is gone from the data folder", check.Output, StringComparison.Ordinal);
        var html = await HtmlAsync(folder);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("La Lettre</", html, StringComparison.Ordinal);
    }

    private static async Task<BadInputFolder> FolderAsync() => await BadInputFolder.WithPublicationAsync();

    private static byte[] Clear(int width, int height) =>
        SomePictures.Photograph(width, height).Bandjoin(100).PngsaveBuffer();

    private static string[] Kept(BadInputFolder folder) =>
        Directory.GetFiles(Path.Combine(folder.Data, "pictures"), "*", SearchOption.AllDirectories);

    private static Task<Typed> SetAsync(BadInputFolder folder, string theme) =>
        folder.DoneAsync(["publication", "set", "lettre", "--theme", theme]);

    private static async Task<IElement> ImageAsync(BadInputFolder folder)
    {
        await ComposeAsync(folder);
        return Assert.Single(new HtmlParser().ParseDocument(await HtmlAsync(folder)).QuerySelectorAll("img"));
    }

    private static async Task ComposeAsync(BadInputFolder folder)
    {
        if (File.Exists(folder.In("a.md")))
            return;
        await folder.DoneAsync([
            "column",
            "add",
            folder.File("a.md", "# A bridge\n\nIt opens."),
            "--publication",
            "lettre",
        ]);
        await folder.DoneAsync(["issue", "compose", "--publication", "lettre"]);
    }

    private static async Task<string> HtmlAsync(BadInputFolder folder)
    {
        var done = await folder.RunAsync([Site], "issue", "preview", "1", "--html", folder.In("out.html"));
        Assert.True(done.Status == 0, done.Error);
        return await File.ReadAllTextAsync(folder.In("out.html"), TestContext.Current.CancellationToken);
    }

    private static async Task<string?> DoctorAsync(BadInputFolder folder, string member) =>
        (string?)
            (await folder.TypeAsync("doctor", "--json"))
                .Json.AsArray()
                .Single(check => (string?)check!["what"] == "lettre logo")![member];
}
