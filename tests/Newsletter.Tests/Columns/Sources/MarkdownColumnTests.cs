using System.Text.Json;
using AngleSharp.Html.Parser;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources;

public class MarkdownColumnTests
{
    [Fact]
    public void Front_matter_says_what_the_column_is()
    {
        var draft = DraftText.OfMarkdown(
            "---\ntitre: Le titre\nauteurs: Jean Dupont, Marie Curie et Paul Valéry\ndate: 2026-01-31\nlangue: fr\nchapo: En *bref*.\nurl: https://example.org/a/\nimage: b.jpg\nimage_alt: Un chat\nlayout: post\n---\n\n# Le titre\n\nVoir [ici](c.html).\n"
        );
        Assert.Equal("Le titre", draft.Title);
        Assert.Equal(["Jean Dupont", "Marie Curie", "Paul Valéry"], draft.Authors.Select(author => author.Name));
        Assert.Equal(new DateOnly(2026, 1, 31), draft.Date);
        Assert.Equal("fr", draft.Language);
        Assert.Equal("En bref.", BlockText.Of(draft.Standfirst));
        Assert.Equal("https://example.org/a/b.jpg", ((Block.Figure)draft.Blocks[0]).Picture.Address);
        var link = ((Block.Paragraph)draft.Blocks[1]).Content.OfType<Inline.Link>().Single();
        Assert.Equal("https://example.org/a/c.html", link.Address);
        Assert.Contains(draft.Dropped, dropped => dropped.Text == "layout: post");
        Assert.Equal(2, draft.Blocks.Count);
    }

    [Fact]
    public void A_title_is_one_line_and_its_control_characters_are_told()
    {
        var draft = DraftText.OfMarkdown("---\ntitle: \"A\\u0007 title\\r\\nBcc: x@example.org\"\n---\n\nText.\n");
        Assert.Equal("A title Bcc: x@example.org", draft.Title);
        Assert.Contains(draft.Dropped, dropped => dropped.Text == "U+0007, 1×");
    }

    [Fact]
    public void The_link_of_a_picture_is_told()
    {
        var draft = DraftText.OfMarkdown("# T\n\n[![Port](https://example.org/a.png)](https://example.org/large)\n");
        Assert.Contains(draft.Dropped, dropped => dropped.Text == "https://example.org/large");
    }

    [Fact]
    public void Authors_may_be_maps_with_role_and_portrait()
    {
        var draft = DraftText.OfMarkdown(
            "---\nTitle: T\nAuthors:\n  - name: Ada Byron\n    role: Analyst\n    portrait: https://example.org/ada.jpg\n  - Charles Babbage\n---\nText.\n"
        );
        Assert.Equal(
            [
                new Byline("Ada Byron", "Analyst", new Picture("https://example.org/ada.jpg", "Ada Byron")),
                new Byline("Charles Babbage"),
            ],
            draft.Authors
        );
    }

    [Fact]
    public void Bad_front_matter_is_refused_with_its_line()
    {
        var refusal = Assert.Throws<Refusal>(() => DraftText.OfMarkdown("---\ntitle: a\nauthor: b: c\n---\nText.\n"));
        Assert.Contains("line 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("a-column.md", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> [!pullquote]\n> La phrase.\n", "pull-quote: La phrase.")]
    [InlineData("::: pullquote\nLa phrase.\n:::\n", "pull-quote: La phrase.")]
    [InlineData("[pullquote align= »right »]La phrase.[/pullquote]\n", "pull-quote: La phrase.")]
    [InlineData("> Des mots.\n>\n> — Jean Dupont\n", "quote: Des mots.\nJean Dupont")]
    [InlineData("## Un\n\n### Deux\n", "heading: Un|heading: Deux")]
    [InlineData("![Un chat](https://example.org/a.jpg \"Il dort\")\n", "figure: Un chat\nIl dort")]
    [InlineData("- [x] fait\n- [ ] pas fait\n", "list: fait\npas fait")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |\n", "table: a | b\n1 | 2")]
    [InlineData("Mot[^n].\n\n[^n]: La note.\n", "paragraph: Mot[n].|note: La note.")]
    [InlineData("Un mot.\n\n[^n]: La note.\n", "paragraph: Un mot.|note: La note.")]
    [InlineData("```cs\nvar a = \"[pullquote]x[/pullquote]\";\n```\n", "code: var a = \"[pullquote]x[/pullquote]\";")]
    [InlineData("H<sub>2</sub>O et <u>souligné</u>\n", "paragraph: H2O et souligné")]
    [InlineData("<figure><img src=\"https://example.org/a.jpg\" alt=\"Un chat\"></figure>\n", "figure: Un chat")]
    [InlineData("---\n", "separator: ")]
    [InlineData("[ici](javascript:alert(1)) et là\n", "paragraph: ici et là")]
    public void Each_construct_becomes_its_block(string markdown, string outline) =>
        Assert.Equal(
            outline.Split('|', StringSplitOptions.None) is var expected
            && outline.StartsWith("table", StringComparison.Ordinal)
                ? [outline]
                : expected,
            DraftText.Outline(DraftText.OfMarkdown($"# Titre\n\n{markdown}"))
        );

    [Fact]
    public void Headings_move_together_below_the_title()
    {
        var draft = DraftText.OfMarkdown("# Titre\n\n# Un\n\n## Deux\n");
        Assert.Equal([2, 3], draft.Blocks.OfType<Block.Heading>().Select(heading => heading.Level));
    }

    [Fact]
    public void Every_example_of_CommonMark_keeps_its_visible_words()
    {
        using var examples = JsonDocument.Parse(
            File.ReadAllText(TestData.PathOf("columns/markdown/commonmark-spec.json"))
        );
        var losses = new List<string>();
        foreach (var example in examples.RootElement.EnumerateArray())
        {
            var visible = Visible(example.GetProperty("html").GetString()!);
            var draft = Try(example.GetProperty("markdown").GetString()!);
            var lost = Lost(visible, draft is null ? "" : DraftText.Everything(draft));
            if (lost.Count > 0)
                losses.Add($"{example.GetProperty("example").GetInt32()}: {string.Join(' ', lost)}");
        }
        Assert.Empty(losses);
    }

    [Fact]
    public async Task The_whole_specification_is_one_column()
    {
        var file = TestData.PathOf("columns/markdown/commonmark-spec__spec.txt");
        var draft = await ColumnFile.ReadAsync(
            file,
            ColumnFormat.Markdown,
            ShortcodeNames.Usual,
            TestContext.Current.CancellationToken
        );
        var source = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("CommonMark Spec", draft.Title);
        Assert.True(draft.Blocks.Count > 500);
        var visible = Visible(
            Markdig.Markdown.ToHtml(source[(source.IndexOf("...\n", StringComparison.Ordinal) + 4)..])
        );
        Assert.Empty(Lost(visible, DraftText.Everything(draft)));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*")]
    [InlineData("- ")]
    [InlineData("<b>")]
    [InlineData("<div>\n")]
    [InlineData("[quote]")]
    [InlineData("`")]
    [InlineData("*a **a ")]
    [InlineData("> - ")]
    public void Twenty_thousand_openings_neither_crash_nor_lose_the_word(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 20_000)) + "word\n";
        Assert.Contains("word", DraftText.Everything(DraftText.OfMarkdown(text)), StringComparison.Ordinal);
        Assert.Contains("word", DraftText.Everything(DraftText.OfText(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Emphasis_nested_without_end_is_cut_and_said()
    {
        var stars = new string('*', 20_000);
        var draft = DraftText.OfMarkdown($"{stars}word{stars}\n");
        Assert.Contains("word", DraftText.Everything(draft), StringComparison.Ordinal);
        Assert.Contains(draft.Notices, notice => notice.Contains("nested", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&#xE000;forged&#xE001;")]
    [InlineData("[a](https://example.org/&#xE000;x)")]
    [InlineData("<b title=\"&#xE000;\">&#xE000;x</b>")]
    public void No_entity_forges_a_mark(string text)
    {
        foreach (var draft in new[] { DraftText.OfMarkdown(text), DraftText.OfText($"Title\n\n{text}") })
            Assert.DoesNotContain(DraftText.Everything(draft), character => character is >= '\uE000' and <= '\uF8FF');
    }

    private static ColumnDraft? Try(string markdown)
    {
        try
        {
            return DraftText.OfMarkdown(markdown);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static string Visible(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var hidden in document.QuerySelectorAll("script, style").ToList())
            hidden.Remove();
        return document.DocumentElement.TextContent;
    }

    private static List<string> Lost(string visible, string kept)
    {
        var left = DraftText.Words(kept).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. DraftText
                .Words(visible)
                .GroupBy(word => word)
                .Where(word => left.GetValueOrDefault(word.Key) < word.Count())
                .Select(word => word.Key),
        ];
    }
}
