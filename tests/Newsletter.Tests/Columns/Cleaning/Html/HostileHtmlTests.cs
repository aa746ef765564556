using System.Diagnostics;
using System.Text;
using CsCheck;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Cleaning.Html;

[Collection(AloneCollection.Name)]
public class HostileHtmlTests
{
    private static readonly string[] Fragments =
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a href=\"javascript:alert(1)\">",
        "<a href=\" java\nscript:x\">",
        "<a href='data:text/html,x'>",
        "<a href=\"https://example.org/?utm_source=x\">",
        "<a href=\"#n1\" id=\"r1\">1</a>",
        "<li id=n1>Note <a href=#r1>↩</a></li>",
        "</a>",
        "<script>x</script>",
        "<script>",
        "<style>p{}</style>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"data:image/png;base64,AAAA\">",
        "<svg onload=alert(1)><p>",
        "<iframe src=\"javascript:x\">",
        "<iframe src=\"https://youtu.be/abc\"></iframe>",
        "<table><tr><td>",
        "</table>",
        "<ul><li>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<figure><figcaption>",
        "</figure>",
        "[pullquote align=»right»]",
        "[/pullquote]",
        "[caption]",
        "[/caption]",
        "[ref]",
        "[/ref]",
        "[url=javascript:x]",
        "[/url]",
        "[embed]https://example.org/a[/embed]",
        "[code]",
        "[/code]",
        "&lt;script&gt;",
        "&#0;&#x110000;&nbsp;&bogus;&",
        "<",
        ">",
        "\"",
        "<!--",
        "-->",
        "<![CDATA[",
        "\n\n",
        "\n",
        "<br>",
        "mots ",
        "été, ",
        "\uE100\uE800\uE800",
        "\uD800",
        "<h1>",
        "<h3></h3>",
        "<hr>",
        "<div class=share>",
        "<noscript><img src=/a.jpg></noscript>",
        "<math><mi>",
        "<template>",
        "<textarea>",
    ];

    [Fact]
    public void Whatever_the_HTML_no_block_holds_a_danger_or_an_empty_text() =>
        Gen.Int[0, Fragments.Length - 1]
            .Array[0, 40]
            .Sample(
                parts =>
                {
                    var html = string.Concat(parts.Select(part => Fragments[part]));
                    foreach (var block in Pieces.All(Pieces.Read(html).Blocks))
                        AssertSound(block, html);
                    foreach (
                        var block in Pieces.All(
                            HtmlColumn.ReadPage(html, "page.html", ShortcodeNames.Usual).Draft.Blocks
                        )
                    )
                        AssertSound(block, html);
                },
                iter: 1500,
                threads: 1
            );

    public static TheoryData<string, string> Bombs =>
        new()
        {
            { "ten thousand divs", Repeat("<div>", 10_000) + "mots" },
            { "ten thousand nested quotes", Repeat("<blockquote>", 10_000) + "mots" },
            { "ten thousand nested lists", Repeat("<ul><li>", 10_000) + "mots" },
            { "ten thousand nested tables", Repeat("<table><tr><td>", 10_000) + "mots" },
            { "marks that are opened again", Repeat("<b><i><u><s>", 5_000) + Repeat("<p>mots", 50_000) },
            { "unknown elements in svg", "<svg>" + Repeat("<td>", 10_000) + "mots" },
            { "ten megabytes of words", Repeat("mots ", 2_000_000) },
            { "ten megabytes of tags", Repeat("<p>mots</p>", 900_000) },
            { "quotes that never end", Repeat("<a \"", 900_000) + "mots" },
            { "values that never end", Repeat("<a href=\"", 300_000) + "mots" },
            { "brackets", Repeat("[", 1_000_000) + "mots" },
            { "shortcodes never closed", Repeat("[pullquote]", 20_000) + "mots" },
            { "nested shortcodes", Repeat("[row]", 5_000) + "mots" + Repeat("[/row]", 5_000) },
            { "comments never closed", Repeat("<!-- ", 300_000) + "mots" },
            { "links to places", Repeat("<a href=#a id=b>1</a> <p id=a>", 5_000) + "mots" },
            {
                "notes beside the text",
                "<div><main><p>mots "
                    + Repeat("une phrase de plus, ", 200)
                    + Repeat("<a href=#n id=r>1</a> ", 20_000)
                    + "</main>"
                    + Repeat("<p id=n>note <a href=#x>x</a></p>", 20_000)
            },
            {
                "lists of links behind the text",
                "<article><div id=t><p>mots "
                    + Repeat("une phrase de plus, <a href=#a id=b>1</a> ", 10_000)
                    + "</div>"
                    + Repeat("<ul><li><a href=#q>un</a> <a href=/r>deux</a></ul>", 10_000)
            },
            { "figures in figures", Repeat("<figure><figcaption>", 10_000) + "mots" },
            {
                "a title of ten thousand letters",
                "<title>" + new string('é', 10_000) + "</title><h1>" + new string('é', 10_000) + "</h1><p>mots"
            },
        };

    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void A_bomb_costs_seconds_at_worst_and_keeps_its_words(string what, string html)
    {
        var clock = Stopwatch.StartNew();
        var (blocks, dropped, _) = Pieces.Read(html);
        var draft = HtmlColumn.ReadPage(html, "page.html", ShortcodeNames.Usual).Draft;
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{what}: {clock.Elapsed}");
        Assert.Contains("mots", Words(blocks, dropped), StringComparison.Ordinal);
        Assert.Contains("mots", Words(draft.Blocks, draft.Dropped), StringComparison.Ordinal);
    }

    private static string Words(IReadOnlyList<Block> blocks, IReadOnlyList<Dropped> dropped) =>
        $"{BlockText.Of(blocks)} {string.Join(' ', dropped.Select(it => it.Text))}";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static void AssertSound(Block block, string html)
    {
        foreach (var word in Pieces.Words(block))
        {
            Assert.False(word is Inline.Text { Value: "" } or Inline.Code { Value: "" }, html);
            if (word is Inline.Text(var text))
                Assert.False(text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'), html);
            if (word is Inline.Link(var address, var content))
            {
                Assert.False(WebAddress.IsDangerous(address), html);
                Assert.NotEmpty(content);
            }
        }
        switch (block)
        {
            case Block.Paragraph
            or Block.Heading
            or Block.PullQuote
            or Block.Quotation
            or Block.Note
            or Block.CodeListing:
                Assert.False(
                    string.IsNullOrWhiteSpace(BlockText.Of(block))
                        && !Pieces.All([block]).Any(it => it is Block.Figure or Block.Separator),
                    $"{block} of {html}"
                );
                break;
            case Block.Figure figure:
                Assert.StartsWith("http", figure.Picture.Address, StringComparison.Ordinal);
                break;
            case Block.Embed embed:
                Assert.StartsWith("http", embed.Address, StringComparison.Ordinal);
                break;
            default:
                break;
        }
    }
}
