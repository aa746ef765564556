using System.Text;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Tests.Columns.Sources.Feeds;

public class FeedBadInputTests
{
    private const string Bomb = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;"><!ENTITY lol3 "&lol2;&lol2;">]>
        <rss><channel><item><title>&lol3;</title></item></channel></rss>
        """;

    [Fact]
    public void An_XML_bomb_is_refused() =>
        Assert.Contains("XML bomb", FeedText.Refused(Bomb), StringComparison.Ordinal);

    [Fact]
    public void An_entity_repeated_without_end_is_refused()
    {
        var feed = new StringBuilder($"<!DOCTYPE rss [<!ENTITY a \"{new string('a', 9000)}\">]><rss>");
        for (var i = 0; i < 2000; i++)
            feed.Append("<item><title>&a;</title></item>");
        Assert.Contains("XML bomb", FeedText.Refused($"{feed}</rss>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!ENTITY secret SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!ENTITY secret PUBLIC \"x\" \"http://127.0.0.1/\">")]
    [InlineData("<!ENTITY % secret SYSTEM \"http://127.0.0.1/\"> %secret;")]
    public void An_entity_that_lies_elsewhere_is_refused(string declaration) =>
        Assert.Contains(
            "outside of the file",
            FeedText.Refused($"<!DOCTYPE rss [{declaration}]><rss><item><title>&secret;</title></item></rss>"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<rss>\n<channel>\n<item></rss>", "line 3")]
    [InlineData("<rss>\n<title>AT&T</title></rss>", "line 2")]
    [InlineData("<rss><item><title>&unheard;</title></item></rss>", "unheard")]
    [InlineData("<html><body/></html>", "is a page, not a feed")]
    [InlineData("<!DOCTYPE html><html lang='fr'><head><meta charset=utf-8></head></html>", "is a page, not a feed")]
    [InlineData("<svg/>", "its root is <svg>")]
    [InlineData("", "is empty")]
    [InlineData("   ", "is no feed")]
    [InlineData("hello", "is no feed")]
    [InlineData("{\"a\":\n tru}", "line 2")]
    [InlineData("{\"a\": 1}", "neither a JSON Feed nor a list of articles")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":{}}", "is no list")]
    [InlineData("[1,2]", "neither a JSON Feed nor a list of articles")]
    public void What_is_no_sound_feed_is_refused_with_what_and_where(string feed, string said)
    {
        var sentence = FeedText.Refused(feed);
        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.StartsWith("feed.xml ", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_wrong_types_leave_out_no_more_than_themselves()
    {
        var feed = FeedText.Read(
            """
            {"version":"https://jsonfeed.org/version/1","title":7,"items":[
              {"id":{},"url":[],"title":true,"content_html":"<p>Text</p>","authors":"Ada Lovelace","tags":{},"date_published":12},
              3, null, {"id":"a","title":"Two","authors":[{"name":5},"x"],"image":{}}]}
            """
        );
        Assert.Equal(["", "Two"], feed.Items.Select(item => item.Title));
        Assert.Equal(
            [
                "Item 2 of feed.xml was left out: it has neither a title nor a text.",
                "Item 3 of feed.xml was left out: it has neither a title nor a text.",
            ],
            feed.Notices
        );
    }

    [Fact]
    public void A_feed_that_does_not_end_is_read_no_further_than_the_limit()
    {
        using var endless = new EndlessStream("<rss><channel>", "<item><title>Again</title></item>");
        var refusal = Assert.Throws<Refusal>(() => FeedFile.Read(endless, "https://a.example/feed"));
        Assert.Contains("larger than 50 MB", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 0, 60L * 1024 * 1024);
    }

    [Fact]
    public void A_title_of_ten_thousand_characters_is_cut_and_told()
    {
        var draft = ItemColumn.Draft(
            FeedText.Item($"<title>{string.Concat(Enumerable.Repeat("word ", 2000))}</title>"),
            ShortcodeNames.Usual
        );
        Assert.InRange(draft.Title.Length, 200, 300);
        Assert.EndsWith("…", draft.Title, StringComparison.Ordinal);
        Assert.Contains("9999 characters", Assert.Single(draft.Dropped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void First_words_stand_in_for_a_title()
    {
        var draft = ItemColumn.Draft(
            FeedText.Item(
                "<description>The bridge opens in the spring, and nobody knows who will walk over it first of all.</description>"
            ),
            ShortcodeNames.Usual
        );
        Assert.Equal("The bridge opens in the spring, and nobody knows who will walk over it first…", draft.Title);
        Assert.Contains(draft.Notices, notice => notice.Contains("no title", StringComparison.Ordinal));
    }

    [Fact]
    public void Items_of_one_id_are_told_apart_by_their_pages_and_those_without_by_title_and_date()
    {
        var items = FeedText
            .Read(
                FeedText.Rss(
                    "<item><guid>x</guid><link>https://a.example/1</link></item><item><guid>x</guid><link>https://a.example/2</link></item>"
                        + "<item><guid> </guid><title>A</title><pubDate>2020-01-01</pubDate></item><item><guid/><title>A</title><pubDate>2020-01-02</pubDate></item>"
                        + "<item><guid isPermaLink='false'>y</guid></item>"
                )
            )
            .Items;
        var keys = ItemKeys.Of(items);
        Assert.Equal(5, items.Select(keys.KeyOf).Distinct().Count());
        Assert.Equal("y", keys.KeyOf(items[4]));
    }

    [Fact]
    public void Elements_nested_without_measure_end_in_no_crash()
    {
        var deep =
            string.Concat(Enumerable.Repeat("<div>", 50_000)) + string.Concat(Enumerable.Repeat("</div>", 50_000));
        Assert.NotNull(FeedText.Entry($"<title>A</title><content type='xhtml'>{deep}</content>").Html);
    }

    private sealed class EndlessStream(string start, string piece) : Stream
    {
        private byte[] rest = Encoding.UTF8.GetBytes(start);

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (rest.Length == 0)
                rest = Encoding.UTF8.GetBytes(piece);
            var given = Math.Min(count, rest.Length);
            rest.AsSpan(0, given).CopyTo(buffer.AsSpan(offset));
            rest = rest[given..];
            Given += given;
            return given;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
