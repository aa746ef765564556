using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Tests.Columns.Sources.Feeds;

public class FeedFileTests
{
    private const string Rss1 = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://a.example/rss"><title>A</title><link>https://a.example/</link></channel>
        <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link><dc:date>2020-02-03T04:05+01:00</dc:date></item>
        </rdf:RDF>
        """;

    private const string Rss090 = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
        <channel><title>A</title><link>https://a.example/</link></channel><item><title>One</title><link>https://a.example/1</link></item></rdf:RDF>
        """;

    private const string Rss091 = """
        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
        <rss version="0.91"><channel><title>A</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>
        """;

    private const string Atom03 = """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">O&lt;b&gt;n&lt;/b&gt;e</title>
        <link rel="alternate" href="https://a.example/1"/><issued>2004-01-02T03:04:05Z</issued></entry></feed>
        """;

    private const string Json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":1,"url":"https://a.example/1","title":"One","content_text":"A & B"}]}
        """;

    [Theory]
    [InlineData(Rss1)]
    [InlineData(Rss090)]
    [InlineData(Rss091)]
    [InlineData(Atom03)]
    [InlineData(Json)]
    public void Every_format_gives_its_item(string feed)
    {
        var item = Assert.Single(FeedText.Read(feed).Items);
        Assert.Equal(("One", "https://a.example/1"), (item.Title, item.Link));
    }

    [Fact]
    public void An_item_says_its_whole_text_and_its_excerpt_apart()
    {
        var item = FeedText.Item(
            "<title>A &amp;amp; B</title><description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>"
        );
        Assert.Equal(("A & B", "<p>Long.</p>", "Short."), (item.Title, item.Html, item.Excerpt));
        Assert.Equal("fr", item.Language);
    }

    [Theory]
    [InlineData("""<content type="html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content>""", "<p>A &amp; B</p>")]
    [InlineData("""<content type="text">A &amp; B</content>""", "<p>A &amp; B</p>")]
    [InlineData(
        """<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>A<x:br/><x:a id="n"/></x:p></x:div></content>""",
        """<div><p>A<br><a id="n"></a></p></div>"""
    )]
    [InlineData("""<content type="image/png" src="https://a.example/a.png"/>""", null)]
    public void Content_of_Atom_is_read_by_its_type(string content, string? html) =>
        Assert.Equal(html, FeedText.Entry($"<title>A</title>{content}").Html);

    [Fact]
    public void Relative_addresses_follow_the_bases_around_them()
    {
        var item = FeedText.Entry(
            """<title>A</title><link href="../a"/><content xml:base="pictures/" type="html">&lt;img src="b.png"&gt;</content>"""
        );
        Assert.Equal("https://paper.example/a", item.Link);
        Assert.Equal("https://paper.example/blog/pictures/", item.Base?.AbsoluteUri);
    }

    [Theory]
    [InlineData("Tom&nbsp;&eacute;t&#233; &rsquo;", "Tom\u00A0été ’")]
    [InlineData("don&#146;t \u0092", "don’t ’")]
    public void Entities_of_HTML_are_read_without_a_DTD(string written, string read) =>
        Assert.Equal(read, FeedText.Item($"<title>{written}</title>").Title);

    [Fact]
    public void An_entity_that_the_feed_declares_itself_is_read() =>
        Assert.Equal(
            "The Bugle",
            FeedText
                .Read("<!DOCTYPE rss [<!ENTITY paper \"Bugle\">]><rss><item><title>The &paper;</title></item></rss>")
                .Items[0]
                .Title
        );

    [Fact]
    public void A_control_character_is_left_out_and_told()
    {
        var feed = FeedText.Read("<rss><item><title>A\u0008 bridge&#x1F;</title></item></rss>");
        Assert.Equal("A bridge", feed.Items[0].Title);
        Assert.Contains("2 control character(s)", Assert.Single(feed.Notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<media:content url='https://a.example/s.jpg' width='140'/><media:content url='https://a.example/l.jpg' width='460'/>"
    )]
    [InlineData("<media:group><media:thumbnail url='https://a.example/l.jpg'/></media:group>")]
    [InlineData("<enclosure url='https://a.example/l.jpg' type='image/jpeg' length='1'/>")]
    [InlineData("<itunes:image href='https://a.example/l.jpg'/>")]
    public void The_picture_beside_an_item_is_found(string inner) =>
        Assert.Equal("https://a.example/l.jpg", FeedText.Item($"<title>A</title>{inner}").PictureUrl);

    [Fact]
    public void A_recording_becomes_a_card()
    {
        var item = FeedText.Item("<title>A</title><enclosure url='https://a.example/a.mp3' type='audio/mpeg'/>");
        Assert.Contains(
            ItemColumn.Draft(item, ShortcodeNames.Usual).Blocks,
            block => block is Block.Embed { Address: "https://a.example/a.mp3" }
        );
    }

    [Theory]
    [InlineData("<author>no@one.example (Ada Lovelace)</author>", "Ada Lovelace")]
    [InlineData("<author>Ada Lovelace &lt;no@one.example&gt;</author>", "Ada Lovelace")]
    [InlineData("<author>no@one.example</author>", "")]
    [InlineData("<author>no-reply@one.example (No reply one.example)</author>", "")]
    [InlineData("<dc:creator>Ada Lovelace and Charles Babbage</dc:creator>", "Ada Lovelace|Charles Babbage")]
    [InlineData(
        "<dc:creator>Ada Lovelace</dc:creator><dc:creator>Charles Babbage</dc:creator>",
        "Ada Lovelace|Charles Babbage"
    )]
    [InlineData("<dc:creator>Lovelace, Ada; Babbage, Charles</dc:creator>", "Ada Lovelace|Charles Babbage")]
    [InlineData("<dc:creator>Ada Lovelace</dc:creator><dc:creator>ADA LOVELACE</dc:creator>", "Ada Lovelace")]
    [InlineData(
        "<dc:creator>Par Zoé Müller-Lüdenscheidt et Jean d’Ormesson</dc:creator>",
        "Zoé Müller-Lüdenscheidt|Jean d’Ormesson"
    )]
    [InlineData("<dc:creator>AFP</dc:creator>", "AFP")]
    [InlineData("<author>Lovelace, Ada</author>", "Ada Lovelace")]
    [InlineData("<author>Le Goff, Jean-Yves</author>", "Jean-Yves Le Goff")]
    [InlineData("<author>Lovelace, Ada, de La Tour, Jean</author>", "Ada Lovelace|Jean de La Tour")]
    [InlineData("<author>Ada Lovelace, Charles Babbage</author>", "Ada Lovelace|Charles Babbage")]
    [InlineData("<author>AFP, Reuters</author>", "AFP, Reuters")]
    [InlineData(
        "<atom:author><atom:name>Ada Lovelace</atom:name><atom:email>no@one.example</atom:email></atom:author>",
        "Ada Lovelace"
    )]
    public void Authors_are_people_and_no_addresses(string inner, string names) =>
        Assert.Equal(names, string.Join('|', FeedText.Item(inner).Authors.Select(author => author.Name)));

    [Fact]
    public void What_an_author_is_stands_beside_the_name() =>
        Assert.Equal(
            new Byline("Ada Lovelace", "présidente de l’Observatoire"),
            Assert.Single(FeedText.Item("<dc:creator>Ada Lovelace, présidente de l’Observatoire</dc:creator>").Authors)
        );

    [Fact]
    public void An_author_of_the_whole_feed_wrote_what_no_entry_says_otherwise()
    {
        var feed = FeedText.Read(
            FeedText.Atom("<entry><title>A</title></entry><author><name>Ada Lovelace</name></author>")
        );
        Assert.Equal("Ada Lovelace", Assert.Single(feed.Items[0].Authors).Name);
    }
}
