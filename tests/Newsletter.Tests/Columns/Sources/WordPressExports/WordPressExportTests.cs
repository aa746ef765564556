using System.Text;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;
using Newsletter.Columns.Sources.WordPressExports;

namespace Newsletter.Tests.Columns.Sources.WordPressExports;

public class WordPressExportTests
{
    private const string Post = "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>";

    [Fact]
    public void Accounts_are_shown_by_their_names()
    {
        var item = Assert.Single(Read($"<item><title>A</title><dc:creator>ada</dc:creator>{Post}</item>").Items);
        Assert.Equal("Ada Lovelace", Assert.Single(item.Authors).Name);
    }

    [Fact]
    public void Several_authors_stand_as_Co_Authors_Plus_keeps_them()
    {
        var item = Assert.Single(
            Read(
                $"<item><title>A</title><dc:creator>ada</dc:creator><category domain='author' nicename='cap-ada'>ada</category><category domain='author' nicename='cap-guest'>Charles Babbage</category><category domain='category' nicename='b'>Bridges</category>{Post}</item>"
            ).Items
        );
        Assert.Equal(["Ada Lovelace", "Charles Babbage"], item.Authors.Select(author => author.Name));
        Assert.Equal(["Bridges"], item.Categories);
    }

    // The fields are those of Co-Authors Plus (php/class-coauthors-guest-authors.php in its repository).
    [Fact]
    public void A_guest_has_the_name_the_role_and_the_portrait_of_the_profile_wherever_it_stands()
    {
        var item = Assert.Single(
            Read(
                $"""
                <item><title>A</title><category domain='author' nicename='cap-charles'>charles</category>{Post}</item>
                <item><title>charles</title><wp:post_type>guest-author</wp:post_type><wp:status>publish</wp:status>{Meta(
                    "cap-user_login",
                    "charles"
                )}
                {Meta("cap-display_name", "Charles Babbage")}{Meta("cap-job_title", "Engineer")}{Meta(
                    "_thumbnail_id",
                    "7"
                )}</item>
                <item><title>c</title><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://blog.example/c.jpg</wp:attachment_url></item>
                """
            ).Items
        );
        Assert.Equal(
            [new Byline("Charles Babbage", "Engineer", new Picture("https://blog.example/c.jpg", "Charles Babbage"))],
            item.Authors
        );
    }

    [Fact]
    public void The_featured_picture_is_found_wherever_its_attachment_stands()
    {
        var item = Assert.Single(
            Read(
                $"""
                <item><title>A</title>{Post}<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta></item>
                <item><title>bridge-scan-1</title><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
                <wp:attachment_url>https://blog.example/bridge.jpg</wp:attachment_url>
                <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A bridge</wp:meta_value></wp:postmeta></item>
                """
            ).Items
        );
        Assert.Equal(("https://blog.example/bridge.jpg", "A bridge"), (item.PictureUrl, item.PictureAlt));
        Assert.Equal(
            new Picture("https://blog.example/bridge.jpg", "A bridge"),
            ((Block.Figure)ItemColumn.Draft(item, ShortcodeNames.Usual).Blocks[0]).Picture
        );
    }

    [Fact]
    public void What_is_not_published_is_left_out_and_told()
    {
        var (items, skipped) = Read(
            $"""
            <item><title>Locked</title>{Post}<wp:post_password>x</wp:post_password></item>
            <item><title>Draft</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
            <item><title>About</title><wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item>
            <item><title>Menu</title><wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status></item>
            """
        );
        Assert.Empty(items);
        Assert.Equal(["Locked", "Draft", "About", "1 other item(s)"], skipped.Select(dropped => dropped.Text));
        Assert.Contains("password", skipped[0].Why, StringComparison.Ordinal);
        Assert.Contains("--pages", skipped[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_taken_where_they_are_asked_for() =>
        Assert.Equal(
            "About",
            Assert
                .Single(
                    Read(
                        "<item><title>About</title><wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item>",
                        ExportTypes.Of(null, withPages: true)
                    ).Items
                )
                .Title
        );

    [Fact]
    public void The_day_is_the_sites_own()
    {
        var item = Assert.Single(
            Read(
                $"<item><title>A</title>{Post}<wp:post_date>2024-03-02 00:30:00</wp:post_date><wp:post_date_gmt>2024-03-01 23:30:00</wp:post_date_gmt></item>"
            ).Items
        );
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 0, 30, 0, TimeSpan.FromHours(1)), item.PublishedAt);
        Assert.Equal(new DateOnly(2024, 3, 2), ItemColumn.Draft(item, ShortcodeNames.Usual).Date);
    }

    [Fact]
    public void An_excerpt_that_somebody_wrote_is_the_standfirst()
    {
        var item = Assert.Single(
            Read(
                $"<item><title>A</title><content:encoded><![CDATA[<p>The text.</p>]]></content:encoded><excerpt:encoded><![CDATA[Why it matters.]]></excerpt:encoded>{Post}</item>"
            ).Items
        );
        var draft = ItemColumn.Draft(item, ShortcodeNames.Usual);
        Assert.Equal("Why it matters.", BlockText.Of(draft.Standfirst));
        Assert.Equal("The text.", BlockText.Of(draft.Blocks));
    }

    [Fact]
    public void A_broken_end_gives_nothing_and_its_line()
    {
        var refusal = Assert.Throws<Refusal>(() => Read($"<item><title>A</title>{Post}</item>\n<item>", end: ""));
        Assert.Contains("export.xml is broken XML: line ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_export_is_read_piece_by_piece()
    {
        var path = Path.Combine(Path.GetTempPath(), $"newsletter-{Environment.ProcessId}-large.xml");
        try
        {
            using (var file = new StreamWriter(path))
            {
                file.Write(Head);
                var text = string.Concat(Enumerable.Repeat("The bridge opens in the spring. ", 3000));
                for (var i = 0; i < 400; i++)
                    file.Write(
                        $"<item><title>{i}</title><content:encoded><![CDATA[{text}]]></content:encoded>{Post}</item>"
                    );
                file.Write("</channel></rss>");
            }
            using var bytes = File.OpenRead(path);
            var export = WordPressExport.Open(
                bytes,
                "export.xml",
                ExportTypes.Usual,
                TestContext.Current.CancellationToken
            );
            var read = export
                .Items(_ => { }, TestContext.Current.CancellationToken)
                .Select(_ => bytes.Position)
                .ToList();
            Assert.Equal(400, read.Count);
            // Each is given away before much of what follows it is read.
            var piece = bytes.Length / 400;
            for (var i = 0; i < 400; i++)
                Assert.InRange(read[i], i * piece, ((i + 1) * piece) + 1_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Meta(string key, string value) =>
        $"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>";

    private const string Head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>
        <link>https://blog.example</link><language>fr-FR</language><wp:base_blog_url>https://blog.example</wp:base_blog_url>
        <wp:author><wp:author_login>ada</wp:author_login><wp:author_email>no@one.example</wp:author_email>
        <wp:author_display_name><![CDATA[ada]]></wp:author_display_name><wp:author_first_name>Ada</wp:author_first_name><wp:author_last_name>Lovelace</wp:author_last_name></wp:author>
        """;

    private static (List<SourceItem> Items, List<Dropped> Skipped) Read(
        string items,
        ExportTypes? types = null,
        string end = "</channel></rss>"
    )
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Head + items + end));
        var skipped = new List<Dropped>();
        var cancel = TestContext.Current.CancellationToken;
        var read = WordPressExport
            .Open(bytes, "export.xml", types ?? ExportTypes.Usual, cancel)
            .Items(skipped.Add, cancel)
            .ToList();
        return (read, skipped);
    }
}
