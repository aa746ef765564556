using System.Text;
using Newsletter.Columns;
using Newsletter.Columns.Sources.WordPressExports;

namespace Newsletter.Tests.Columns.Sources.WordPressExports;

/// <summary>Types of posts that a site has of its own.</summary>
public class WordPressTypesTests
{
    private const string Export = """
        <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
        <item><title>A post</title><guid>https://b.example/?p=1</guid><content:encoded>Text.</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
        <item><title>A chronicle</title><guid>https://b.example/?p=2</guid><content:encoded>Text.</content:encoded><wp:post_type>chronique</wp:post_type><wp:status>publish</wp:status></item>
        <item><title>Another</title><guid>https://b.example/?p=3</guid><content:encoded>Text.</content:encoded><wp:post_type>chronique</wp:post_type><wp:status>publish</wp:status></item>
        <item><title>Later</title><guid>https://b.example/?p=4</guid><content:encoded>Text.</content:encoded><wp:post_type>chronique</wp:post_type><wp:status>draft</wp:status></item>
        <item><title>Empty</title><wp:post_type>layout</wp:post_type><wp:status>publish</wp:status></item>
        <item><title>Styles</title><content:encoded>{}</content:encoded><wp:post_type>wp_global_styles</wp:post_type><wp:status>publish</wp:status></item>
        </channel></rss>
        """;

    [Fact]
    public void Are_left_out_and_told_with_the_way_to_take_them()
    {
        var (titles, skipped, _) = Read(ExportTypes.Usual);
        Assert.Equal(["A post"], titles);
        Assert.Equal(["2 item(s) of the type \"chronique\"", "3 other item(s)"], skipped.Select(one => one.Text));
        Assert.Contains("--types post,chronique", skipped[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_columns_where_they_are_asked_for()
    {
        var (titles, skipped, notices) = Read(ExportTypes.Of("chronique", withPages: false));
        Assert.Equal(["A chronicle", "Another"], titles);
        Assert.Contains(skipped, one => one.Text == "Later" && one.Why.Contains("\"draft\"", StringComparison.Ordinal));
        Assert.Contains(skipped, one => one.Text == "1 item(s) of the type \"post\"");
        Assert.Empty(notices);
    }

    [Fact]
    public void A_type_that_the_export_does_not_hold_is_told() =>
        Assert.Equal(
            ["It holds nothing published of the type \"chroniqe\"; it has 2 chronique, 1 post."],
            Read(ExportTypes.Of("post,chroniqe", withPages: false)).Notices
        );

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("Chronique du jour")]
    [InlineData("post;page")]
    public void What_names_no_type_is_refused(string typed) =>
        Assert.StartsWith(
            $"--types \"{typed}\" names no types",
            Assert.Throws<Refusal>(() => ExportTypes.Of(typed, withPages: false)).Message,
            StringComparison.Ordinal
        );

    private static (List<string> Titles, List<Dropped> Skipped, List<string> Notices) Read(ExportTypes types)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Export));
        var cancel = TestContext.Current.CancellationToken;
        var export = WordPressExport.Open(bytes, "export.xml", types, cancel);
        var skipped = new List<Dropped>();
        return ([.. export.Items(skipped.Add, cancel).Select(item => item.Title)], skipped, [.. export.Notices]);
    }
}
