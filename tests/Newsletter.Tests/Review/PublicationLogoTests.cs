using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Review;

/// <summary>A logo from its address on the web to the bytes that are approved.</summary>
public sealed class PublicationLogoTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_is_approved_holds_the_hash_of_the_logo(Provider provider)
    {
        await using var server = await PictureServer.OfAsync(SomePictures.Flat(480, 160, 10, 120, 60).PngsaveBuffer());
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await LogoAsync(newsroom, $"logo={server.At("/logo.png")} 240x80");
        var issue = await newsroom.ComposeAsync(await newsroom.ColumnAsync("A bridge"));

        await newsroom.Approval.ApproveAsync(issue.Id, "test", Cancel);

        await using var db = newsroom.Database.Open();
        var bundle = await db.IssueBundles.AsNoTracking().SingleAsync(Cancel);
        var image = Assert.Single(new HtmlParser().ParseDocument(bundle.Html).QuerySelectorAll("img"));
        Assert.Matches("^https://news.example.org/pictures/[0-9a-f]{64}\\.png$", image.GetAttribute("src"));
        Assert.Equal(("240", "80"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Equal(["/logo.png"], server.Asked);
    }

    [Fact]
    public async Task Another_picture_at_the_same_address_is_another_logo_once_it_is_set_again()
    {
        var bytes = SomePictures.Flat(480, 160, 10, 120, 60).PngsaveBuffer();
        await using var server = await PictureServer.StartAsync(context =>
            context.Response.Body.WriteAsync(bytes).AsTask()
        );
        await using var newsroom = await Newsroom.OpenAsync(Provider.Sqlite);
        await LogoAsync(newsroom, $"logo={server.At("/logo.png")}");
        var issue = await newsroom.ComposeAsync(await newsroom.ColumnAsync("A bridge"));
        var before = await HtmlAsync(newsroom, issue.Id);

        bytes = SomePictures.Flat(480, 160, 200, 120, 60).PngsaveBuffer();
        Assert.Equal(before, await HtmlAsync(newsroom, issue.Id));
        await LogoAsync(newsroom, $"logo={server.At("/logo.png")}");

        Assert.NotEqual(before, await HtmlAsync(newsroom, issue.Id));
    }

    [Fact]
    public async Task Where_the_site_has_no_address_a_logo_that_every_client_shows_stays_where_it_is()
    {
        await using var newsroom = await Newsroom.OpenAsync(
            Provider.Sqlite,
            publication => publication.SetTheme(Theme.Default with { Logo = Known("https://example.org/logo.png") })
        );
        newsroom.Site.Url = "";
        newsroom.Pictures.Keep([1, 2, 3], PictureKind.Png);
        var issue = await newsroom.ComposeAsync(await newsroom.ColumnAsync("A bridge"));

        Assert.Contains(
            "src=\"https://example.org/logo.png\"",
            await HtmlAsync(newsroom, issue.Id),
            StringComparison.Ordinal
        );
    }

    private static Logo Known(string address) =>
        new(address, 240, 80)
        {
            // SHA-256 of 1, 2, 3.
            Picture = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81.png",
        };

    private static async Task LogoAsync(Newsroom newsroom, string setting)
    {
        using var web = new OutsideWeb("127.0.0.1/32");
        using var making = new PictureMaking(TimeProvider.System);
        var fetch = new PictureFetch(web, FetchLimits.Usual, TimeProvider.System);
        var intake = new LogoIntake(fetch, making, newsroom.Pictures, NullLogger<LogoIntake>.Instance);
        var settings = await intake.WithLogosAsync(new PublicationSettings { Theme = [setting] }, Cancel);
        await using var db = newsroom.Database.Open();
        var publication = await db.PublicationAsync(Newsroom.Slug, Cancel);
        publication.SetTheme(publication.Theme.With(setting, settings.Logos));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<string> HtmlAsync(Newsroom newsroom, int issue) =>
        (await newsroom.Preview.OfAsync(issue, null, Cancel)).Html;
}
