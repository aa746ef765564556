using System.Text;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;
using Newsletter.Columns.Sources.WordPressExports;

namespace Newsletter.Tests.Columns.Sources.WordPressExports;

/// <summary>Pictures that a post names by their numbers (https://wordpress.org/documentation/article/gallery-shortcode/).</summary>
public class WordPressGalleryTests
{
    [Theory]
    [InlineData("[gallery ids=\"3,2\"]", "3.jpg Three|2.jpg A bridge")]
    [InlineData("[gallery ids=&#8221;2, 3&#8243; columns=\"2\"]", "2.jpg A bridge|3.jpg Three")]
    [InlineData("[gallery include=\"2\" size=\"large\"]", "2.jpg A bridge")]
    [InlineData("[gallery]", "3.jpg Three|2.jpg A bridge")]
    [InlineData("[gallery columns=\"4\" exclude=\"3\"]", "2.jpg A bridge")]
    [InlineData("[vc_single_image image=\"2\"]", "2.jpg A bridge")]
    [InlineData("[caption id=\"attachment_2\"]Words of its own[/caption]", "2.jpg Words of its own")]
    public void A_gallery_shows_the_pictures_of_its_numbers(string gallery, string expected)
    {
        var draft = Draft(gallery);
        Assert.Equal(
            expected,
            string.Join(
                '|',
                draft
                    .Blocks.OfType<Block.Figure>()
                    .Select(figure =>
                        $"{figure.Picture.Address.Split('/')[^1]} {(BlockText.Of(figure.Caption) is { Length: > 0 } caption ? caption : figure.Picture.Alt)}"
                    )
            )
        );
        Assert.Empty(draft.Dropped);
    }

    [Fact]
    public void A_number_that_the_export_does_not_hold_is_told()
    {
        var draft = Draft("[gallery ids=\"2,77\"]");
        Assert.Single(draft.Blocks.OfType<Block.Figure>());
        var dropped = Assert.Single(draft.Dropped);
        Assert.Equal("gallery 77", dropped.Text);
        Assert.Contains("export all content", dropped.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gallery_without_any_picture_is_told_whole() =>
        Assert.Contains(
            Draft("[gallery ids=\"77\"]").Dropped,
            dropped =>
                dropped.Text == "[gallery ids=\"77\"]"
                && dropped.Why.StartsWith("A gallery whose", StringComparison.Ordinal)
        );

    private static ColumnDraft Draft(string content)
    {
        using var bytes = new MemoryStream(
            Encoding.UTF8.GetBytes(
                $"""
                <rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
                <item><title>A</title><wp:post_id>1</wp:post_id><content:encoded><![CDATA[Before.

                {content}

                After.]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
                {Attachment(2, "2.jpg", 1, 5, "A bridge", "")}{Attachment(3, "3.jpg", 1, 4, "", "Three")}{Attachment(
                    4,
                    "4.jpg",
                    0,
                    0,
                    "",
                    ""
                )}{Attachment(5, "5.pdf", 1, 0, "", "")}
                </channel></rss>
                """
            )
        );
        var cancel = TestContext.Current.CancellationToken;
        var item = Assert.Single(
            WordPressExport.Open(bytes, "export.xml", ExportTypes.Usual, cancel).Items(_ => { }, cancel)
        );
        return ItemColumn.Draft(item, ShortcodeNames.Usual);
    }

    private static string Attachment(int number, string file, int post, int place, string alt, string caption) =>
        $"<item><title>{file}</title><wp:post_id>{number}</wp:post_id><wp:post_parent>{post}</wp:post_parent><wp:menu_order>{place}</wp:menu_order><wp:post_type>attachment</wp:post_type><excerpt:encoded>{caption}</excerpt:encoded><wp:attachment_url>https://blog.example/{file}</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>{alt}</wp:meta_value></wp:postmeta></item>";
}
