using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Messages;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Review;

/// <summary>Pictures from the file beside a column to the bytes that are approved.</summary>
public sealed class IssuePicturesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsletter-columns-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_is_approved_holds_the_hash_of_its_pictures(Provider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await PhotoAsync("photo.jpg", 1600, 800);
        var issue = await IssueAsync(newsroom, new Picture("photo.jpg", "A bridge in the fog"));

        await newsroom.Approval.ApproveAsync(issue, "test", Cancel);

        await using var db = newsroom.Database.Open();
        var content = (await db.IssueBundles.AsNoTracking().SingleAsync(Cancel)).Content;
        var image = Assert.Single(Images(content.Html));
        var address = image.GetAttribute("src")!;
        Assert.Matches("^https://news.example.org/pictures/[0-9a-f]{64}\\.jpg$", address);
        Assert.Equal(
            ("592", "296", "A bridge in the fog"),
            (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("alt"))
        );
        var file = Assert.Single(
            Directory.GetFiles(newsroom.Database.Folder.In("pictures"), "*", SearchOption.AllDirectories)
        );
        Assert.EndsWith("/" + Path.GetFileName(file), address, StringComparison.Ordinal);

        // Another picture under the same name changes nothing that is approved.
        await PhotoAsync("photo.jpg", 800, 800);
        await IssueAsync(newsroom, new Picture("photo.jpg", "Something else"));
        Assert.Contains(address, (await newsroom.Preview.OfAsync(issue, null, Cancel)).Html, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task A_dead_picture_leaves_its_description_and_a_line_in_the_report()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        var issue = await IssueAsync(newsroom, new Picture("https://127.0.0.1:9/a.jpg", "A bridge in the fog"));

        var html = (await newsroom.Preview.OfAsync(issue, null, Cancel)).Html;
        var report = await newsroom.Approval.CheckAsync(issue, Cancel);

        Assert.Empty(Images(html));
        Assert.Contains("A bridge in the fog", html, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", html, StringComparison.Ordinal);
        Assert.Contains(
            report.Warnings,
            warning =>
                warning.What.Contains(
                    "the picture https://127.0.0.1:9/a.jpg is not shown: It leads to 127.0.0.1",
                    StringComparison.Ordinal
                )
        );
        Assert.True(report.Passes);
    }

    [Fact]
    public async Task A_picture_is_never_described_by_its_files_name_nor_twice_by_its_caption()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await PhotoAsync("photo.jpg", 300, 200);
        var with = await IssueAsync(newsroom, new Picture("photo.jpg", "DSC_0042.JPG"), "The bridge, in March");
        var without = await IssueAsync(newsroom, new Picture("photo.jpg", "photo.jpg"));

        Assert.Equal("", Assert.Single(Images(await HtmlAsync(newsroom, with))).GetAttribute("alt"));
        Assert.Equal("", Assert.Single(Images(await HtmlAsync(newsroom, without))).GetAttribute("alt"));
    }

    [Fact]
    public async Task A_picture_is_as_small_as_its_author_wants_it_and_in_proportion()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await PhotoAsync("photo.jpg", 1600, 800);
        var issue = await IssueAsync(newsroom, new Picture("photo.jpg", "", Width: 300, Height: 999));

        var image = Assert.Single(Images(await HtmlAsync(newsroom, issue)));

        Assert.Equal(("300", "150"), (image.GetAttribute("width"), image.GetAttribute("height")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Portraits_stand_square_beside_the_names_and_say_nothing(int authors)
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await PhotoAsync("ada.jpg", 900, 600);
        var draft = Some.Column("A bridge") with
        {
            Authors =
            [
                .. Enumerable
                    .Range(1, authors)
                    .Select(n => new Byline($"Author {n}", "Editor", new Picture("ada.jpg", ""))),
            ],
        };
        var issue = await IssueAsync(newsroom, draft);

        var html = await HtmlAsync(newsroom, issue);

        var images = Images(html);
        Assert.Equal(Math.Min(authors, 4), images.Count);
        Assert.All(
            images,
            image =>
            {
                Assert.Equal(
                    ("48", "48", ""),
                    (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("alt"))
                );
                Assert.Equal("presentation", image.Closest("table")!.GetAttribute("role"));
                Assert.Contains("Author 1", image.Closest("table")!.TextContent, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_picture_whose_file_is_gone_is_told_and_not_shown()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await PhotoAsync("photo.jpg", 300, 200);
        var issue = await IssueAsync(newsroom, new Picture("photo.jpg", "A bridge in the fog"));
        Directory.Delete(newsroom.Database.Folder.In("pictures"), recursive: true);

        var report = await newsroom.Approval.CheckAsync(issue, Cancel);

        Assert.Empty(Images(await HtmlAsync(newsroom, issue)));
        Assert.Contains(
            report.Warnings,
            warning => warning.What.Contains("gone from the data folder", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_portrait_that_is_dead_leaves_the_name()
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        var draft = Some.Column("A bridge") with { Authors = [new Byline("Ada", null, new Picture("no.jpg", "Ada"))] };

        var html = await HtmlAsync(newsroom, await IssueAsync(newsroom, draft));

        Assert.Empty(Images(html));
        Assert.Contains("Ada", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_site_has_no_address_a_picture_of_the_web_stays_where_it_is_and_one_of_a_file_is_ours()
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Jpeg());
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        (newsroom.Web, newsroom.Site.Url) = (new OutsideWeb("127.0.0.1/32"), "");
        await PhotoAsync("photo.jpg", 300, 200);
        var issue = await IssueAsync(newsroom, new Picture("photo.jpg", ""));
        var never = await IssueAsync(newsroom, new Picture("https://example.invalid/a.jpg", "Dead"));

        var image = Assert.Single(Images(await HtmlAsync(newsroom, issue)));

        Assert.StartsWith("http://127.0.0.1:5080/pictures/", image.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Empty(Images(await HtmlAsync(newsroom, never)));
    }

    [Theory]
    [InlineData("https://news.example.org")]
    [InlineData("")]
    public async Task A_picture_that_nobody_tried_has_no_known_size_and_is_told_and_not_shown(string site)
    {
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        newsroom.Site.Url = site;
        var issue = await IssueAsync(newsroom, new Picture("https://127.0.0.1:9/a.jpg", "A bridge in the fog"));
        await using (var db = newsroom.Database.Open())
            await db.Set<KeptPicture>().ExecuteDeleteAsync(Cancel);

        var html = await HtmlAsync(newsroom, issue);

        Assert.Empty(Images(html));
        var report = await newsroom.Approval.CheckAsync(issue, Cancel);
        Assert.Contains(
            report.Warnings,
            warning => warning.What.Contains("has not been fetched yet; add its column again", StringComparison.Ordinal)
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task PhotoAsync(string name, int width, int height) =>
        File.WriteAllBytesAsync(Path.Combine(folder, name), SomePictures.Jpeg(width, height), Cancel);

    private Task<int> IssueAsync(Newsroom newsroom, Picture picture, string? caption = null)
    {
        var column = Some.Column($"A bridge, {picture.Alt}");
        var figure = new Block.Figure(picture, caption is null ? [] : [new Inline.Text(caption)]);
        return IssueAsync(newsroom, column with { Blocks = [.. column.Blocks, figure] });
    }

    private async Task<int> IssueAsync(Newsroom newsroom, ColumnDraft draft)
    {
        var taken = await newsroom.Intake.TakeAsync(Newsroom.Slug, $"file:{folder}/{draft.Title}.md", draft, Cancel);
        return (await newsroom.ComposeAsync(taken.Column.Id)).Id;
    }

    private static async Task<string> HtmlAsync(Newsroom newsroom, int issue) =>
        (await newsroom.Preview.OfAsync(issue, null, Cancel)).Html;

    private static IHtmlCollection<IElement> Images(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("img");
}
