namespace Newsletter.Tests.Columns.Cleaning.Html;

public class HtmlBlocksTests
{
    [Theory]
    [InlineData("<p>Un.</p><p>Deux.</p>", "paragraph: Un.|paragraph: Deux.")]
    [InlineData("<p>Un.</p><p> &nbsp; </p><p></p><p>Deux.</p>", "paragraph: Un.|paragraph: Deux.")]
    [InlineData("Un.<br><br>Deux.", "paragraph: Un.|paragraph: Deux.")]
    [InlineData("<div>Un.<br>Suite.</div><div>Deux.</div>", "paragraph: Un./Suite.|paragraph: Deux.")]
    [InlineData(
        "Premier alinéa.\n\nSecond alinéa,\ndeux lignes.",
        "paragraph: Premier alinéa.|paragraph: Second alinéa,/deux lignes."
    )]
    [InlineData("<p>Une ligne\ncoupée par son éditeur.</p>", "paragraph: Une ligne coupée par son éditeur.")]
    [InlineData(
        "<!-- wp:paragraph --><p>Un.</p><!-- /wp:paragraph -->\n\n<!-- wp:paragraph --><p>Deux.</p><!-- /wp:paragraph -->",
        "paragraph: Un.|paragraph: Deux."
    )]
    [InlineData("<h1>Un</h1><p>a</p><h4>Deux</h4><p>b</p>", "h2: Un|paragraph: a|h3: Deux|paragraph: b")]
    [InlineData("<p>a</p><hr><p>b</p><hr>", "paragraph: a|separator|paragraph: b")]
    [InlineData("<p>a</p><p>* * *</p><p>b</p>", "paragraph: a|separator|paragraph: b")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "list: a/b/c")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "list: a/b")]
    [InlineData("<ol start=3><li><p>a</p></li><li></li></ol>", "numbers: a")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "table: A | B/1 | 2")]
    [InlineData("<table><tr><td><p>Un.</p><p>Deux.</p></td></tr></table>", "paragraph: Un.|paragraph: Deux.")]
    [InlineData("<pre><code class=\"language-css\">a {\n  b: 1 &lt; 2;\n}\n</code></pre>", "code: a {/  b: 1 < 2;/}")]
    [InlineData("<blockquote><p>Ses mots.</p><cite>Ada Byron</cite></blockquote>", "quote: Ses mots./Ada Byron")]
    [InlineData("<blockquote><p>Ses mots.</p><p>— Ada Byron</p></blockquote>", "quote: Ses mots./Ada Byron")]
    [InlineData(
        "<figure class=\"wp-block-pullquote\"><blockquote><p>Levée.</p><cite>Ada</cite></blockquote></figure>",
        "pull-quote: Levée./Ada"
    )]
    [InlineData("<aside class=\"exergue\">Levée.</aside><p>a</p>", "pull-quote: Levée.|paragraph: a")]
    [InlineData(
        "<p>Avant [pullquote align=&raquo;right&raquo;]Levée.[/pullquote] après.</p>",
        "paragraph: Avant après.|pull-quote: Levée."
    )]
    [InlineData(
        "<p>[pullquote]</p>\n<p>Levée.</p>\n<p>[/pullquote]</p><p>Suite.</p>",
        "pull-quote: Levée.|paragraph: Suite."
    )]
    [InlineData(
        "[caption width=\"300\"]<a href=\"/a\"><img src=\"/a.jpg\" alt=\"Chat\"></a> Il dort[/caption]",
        "figure: Chat/Il dort"
    )]
    [InlineData("<p>Mots.[ref]La <em>note</em>.[/ref] Suite.</p>", "paragraph: Mots.[1] Suite.|note: La note.")]
    [InlineData("<p>Mots [foo-bar x=&#8221;1&#8243;]gardés[/foo-bar].</p>", "paragraph: Mots gardés.")]
    [InlineData("<pre>[gallery]</pre>", "code: [gallery]")]
    [InlineData("<dl><dt>Mot</dt><dd>Son sens.</dd></dl>", "paragraph: Mot|paragraph: Son sens.")]
    [InlineData("<p>Il dit <q>oui</q>.</p>", "paragraph: Il dit « oui ».")]
    [InlineData("<details><summary>Titre</summary><p>Suite.</p></details>", "paragraph: Titre|paragraph: Suite.")]
    [InlineData("<pre class=\"wp-block-verse\">Un vers\nun autre</pre>", "paragraph: Un vers/un autre")]
    public void Each_element_becomes_what_it_stands_for(string html, string outline) =>
        Assert.Equal(outline, Pieces.Outline(html).Replace('\u00A0', ' '));

    [Theory]
    [InlineData(
        "<p><img src=\"data:image/gif;base64,R0lGOD\" data-src=\"/a.jpg\" alt=\"Chat\"></p>",
        "https://revue.example/a.jpg"
    )]
    [InlineData(
        "<img data-lazy-src=\"/a.jpg\" src=\"/wp/blank.gif\"><noscript><img src=\"/a.jpg\"></noscript>",
        "https://revue.example/a.jpg"
    )]
    [InlineData(
        "<img class=lazy src=\"data:,\"><noscript><img src=\"/a.jpg\"></noscript>",
        "https://revue.example/a.jpg"
    )]
    [InlineData(
        "<img src=\"/a-300.jpg\" srcset=\"/a-300.jpg 300w, /a-1280.jpg 1280w, /a-2560.jpg 2560w\">",
        "https://revue.example/a-1280.jpg"
    )]
    [InlineData("<img src=\"/a.jpg\" srcset=\"/a.jpg 1x, /a@2x.jpg 2x\">", "https://revue.example/a@2x.jpg")]
    [InlineData(
        "<picture><source srcset=\"/a.webp 800w\" type=image/webp><img alt=\"\"></picture>",
        "https://revue.example/a.webp"
    )]
    [InlineData("<img src=\"b/ma photo.jpg\">", "https://revue.example/2026/un-article/b/ma%20photo.jpg")]
    public void A_picture_is_found_where_the_page_loads_it_from(string html, string address)
    {
        var figure = Assert.IsType<Newsletter.Columns.Block.Figure>(Assert.Single(Pieces.Read(html).Blocks));
        Assert.Equal(address, figure.Picture.Address);
    }

    [Theory]
    [InlineData(
        "<figure><img src=/a.jpg alt=x><figcaption>Le port. <small>© Ada</small></figcaption></figure>",
        "Le port. © Ada"
    )]
    [InlineData(
        "<figure><img src=/a.jpg alt=x><figcaption>Le port.</figcaption><span class=credit>© Ada</span></figure>",
        "Le port. © Ada"
    )]
    [InlineData(
        "<div class=\"wp-caption\"><img src=/a.jpg alt=x><p class=\"wp-caption-text\">Le port.</p></div>",
        "Le port."
    )]
    [InlineData(
        "<dl class=\"wp-caption\"><dt><img src=/a.jpg alt=x></dt><dd class=\"wp-caption-dd\">Le port.</dd></dl>",
        "Le port."
    )]
    public void A_caption_and_its_credit_stay_with_their_picture(string html, string caption)
    {
        var figure = Assert.IsType<Newsletter.Columns.Block.Figure>(Assert.Single(Pieces.Read(html).Blocks));
        Assert.Equal(caption, Newsletter.Columns.BlockText.Of(figure.Caption));
    }

    [Theory]
    [InlineData(
        "<iframe src=\"https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0\" title=\"Le film\"></iframe>",
        "embed: Le film/https://www.youtube.com/watch?v=abcdefghijk"
    )]
    [InlineData("<iframe data-src=\"//player.vimeo.com/video/1234\"></iframe>", "embed: https://vimeo.com/1234")]
    [InlineData(
        "<figure class=\"wp-block-embed is-provider-youtube\"><div class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/abcdefghijk\n</div><figcaption>Un film</figcaption></figure>",
        "embed: Un film/https://youtu.be/abcdefghijk"
    )]
    [InlineData("<p>Avant.</p><p>https://vimeo.com/1234</p>", "paragraph: Avant.|embed: https://vimeo.com/1234")]
    [InlineData(
        "<blockquote class=\"twitter-tweet\"><p>Des mots</p>&mdash; Ada <a href=\"https://twitter.com/ada/status/12?ref_src=x\">le 3 mai</a></blockquote><script src=x></script>",
        "embed: Des mots— Ada le 3 mai/https://twitter.com/ada/status/12"
    )]
    [InlineData("<video controls><source src=\"/film.mp4\"></video>", "embed: https://revue.example/film.mp4")]
    [InlineData(
        "<iframe src=\"https://www.googletagmanager.com/ns.html?id=1\" height=0 width=0></iframe><p>a</p>",
        "paragraph: a"
    )]
    public void What_an_email_cannot_hold_is_a_card_with_a_link(string html, string outline) =>
        Assert.Equal(outline, Pieces.Outline(html));

    [Theory]
    [InlineData("<a href=\"/b?utm_source=x&id=3&fbclid=1#xtor=RSS-1\">b</a>", "https://revue.example/b?id=3")]
    [InlineData("<a href=\"https://example.org/?gclid=1&mc_cid=2#partie\">b</a>", "https://example.org/#partie")]
    [InlineData("<a href=\"../c\">b</a>", "https://revue.example/2026/c")]
    public void A_link_is_absolute_and_tells_nothing_of_its_reader(string html, string address)
    {
        var paragraph = Assert.IsType<Newsletter.Columns.Block.Paragraph>(
            Pieces.Read($"<p>Voir {html} ici.</p>").Blocks[0]
        );
        Assert.Equal(address, Assert.Single(paragraph.Content.OfType<Newsletter.Columns.Inline.Link>()).Address);
    }
}
