using Newsletter.Columns;

namespace Newsletter.Tests.Columns.Sources;

public class ShortcodeTests
{
    [Theory]
    [InlineData("[pullquote align= »right »]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=\"right\"]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=“right”]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=‘right’]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=″right″]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=&quot;right&quot;]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=&#8221;right&#8243;]La phrase.[/pullquote]")]
    [InlineData("[pullquote\u00A0align=\u00A0»\u202Fright\u202F»\u00A0]La phrase.[/pullquote ]")]
    [InlineData("[pullquote align=\"right\"cite=\"\"]La phrase.[/pullquote]")]
    [InlineData("[PULLQUOTE]La phrase.[/PullQuote]")]
    [InlineData("[pullquote_right]La phrase.[/pullquote_right]")]
    [InlineData("[pull-quote align=right]\nLa phrase.\n[/pull-quote]")]
    [InlineData("[pullquote align=\"right]La phrase.[/pullquote]")]
    [InlineData("[pullquote align=\"right\"]La phrase.")]
    [InlineData("[pullquote][dropcap]L[/dropcap]a phrase.[/pullquote]")]
    public void A_pull_quote_survives_whatever_happened_to_its_brackets(string shortcode)
    {
        var draft = DraftText.OfText($"Un titre\n\nAvant, il y a ceci.\n\n{shortcode}\n\nAprès, il y a cela.");
        Assert.Equal(
            ["paragraph: Avant, il y a ceci.", "pull-quote: La phrase.", "paragraph: Après, il y a cela."],
            DraftText.Outline(draft)
        );
    }

    [Theory]
    [InlineData("Avant, il y a ceci.\n\n[gallery]\n\nAprès, il y a cela.", "[gallery]")]
    [InlineData("[video]\n\nAvant, il y a ceci.\n\nAprès, il y a cela.", "[video]")]
    [InlineData("Avant, il y a ceci.\n\nAprès, il y a cela.\n\n[clear]", "[clear]")]
    public void A_word_that_is_a_shortcode_alone_on_its_line_is_none_of_the_text(string text, string shortcode) =>
        Assert.DoesNotContain(
            DraftText.Outline(DraftText.OfText($"Un titre\n\n{text}")),
            line => line.Contains(shortcode, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("[…]")]
    [InlineData("[...]")]
    [InlineData("[sic]")]
    [InlineData("[1]")]
    [InlineData("[NDLR]")]
    [InlineData("[Note de la rédaction : ceci reste]")]
    [InlineData("[note]")]
    [InlineData("[emphasis added]")]
    [InlineData("[Vidéo]")]
    public void Prose_in_brackets_stays(string bracket)
    {
        var draft = DraftText.OfText($"Un titre\n\nUne phrase {bracket} et sa suite.");
        Assert.Equal($"Une phrase {bracket} et sa suite.", BlockText.Of(draft.Blocks[0]));
        Assert.Empty(draft.Dropped);
    }

    [Theory]
    [InlineData("[foo bar=\"1\"]Les mots.[/foo]", "paragraph: Les mots.")]
    [InlineData(
        "[one_half]Les mots.[/one_half][one_half_last]Et ceux-ci.[/one_half_last]",
        "paragraph: Les mots.|paragraph: Et ceux-ci."
    )]
    [InlineData("[row][column size=\"1/2\"]Les mots.[/column][/row]", "paragraph: Les mots.")]
    [InlineData(
        "[youtube=http://www.youtube.com/watch?v=abcdefghijk&w=320]",
        "embed: http://www.youtube.com/watch?v=abcdefghijk&w=320"
    )]
    [InlineData("[youtube id=\"abcdefghijk\"]", "embed: https://www.youtube.com/watch?v=abcdefghijk")]
    [InlineData("[embed]https://vimeo.com/1234[/embed]", "embed: https://vimeo.com/1234")]
    [InlineData("[audio mp3=\"https://example.org/a.mp3\"]", "embed: https://example.org/a.mp3")]
    [InlineData("Des mots[footnote]La note.[/footnote] ici.", "paragraph: Des mots[1] ici.|note: La note.")]
    [InlineData("[button url=\"https://example.org\"]Le lien[/button]", "paragraph: Le lien")]
    [InlineData("[dropcap]L[/dropcap]es mots.", "paragraph: Les mots.")]
    [InlineData("[quote author=\"Jean Dupont\"]Ses mots.[/quote]", "quote: Ses mots.\nJean Dupont")]
    [InlineData("[hr]", "separator: ")]
    [InlineData("[[pullquote]] s’écrit ainsi.", "paragraph: [pullquote] s’écrit ainsi.")]
    [InlineData("[code]a < b;[/code]", "code: a < b;")]
    [InlineData(
        "[caption id=\"a\" width=\"300\"]<img src=\"https://example.org/a.jpg\" alt=\"Un chat\" width=\"300\" /> Le chat dort[/caption]",
        "figure: Un chat\nLe chat dort"
    )]
    [InlineData(
        "Un début [pullquote]Levée.[/pullquote] et sa fin.",
        "paragraph: Un début  et sa fin.|pull-quote: Levée."
    )]
    [InlineData(
        "[pullquote]Levée.[/pullquote]Tout un paragraphe.",
        "pull-quote: Levée.|paragraph: Tout un paragraphe."
    )]
    [InlineData("Des mots[/pullquote] encore.", "paragraph: Des mots encore.")]
    public void Each_shortcode_becomes_what_it_stands_for(string shortcode, string outline)
    {
        var draft = DraftText.OfText($"Un titre\n\nVoici une première phrase.\n\n{shortcode}");
        Assert.Equal(outline.Split('|').Prepend("paragraph: Voici une première phrase."), DraftText.Outline(draft));
    }

    [Fact]
    public void A_caption_without_its_picture_is_reported()
    {
        var draft = DraftText.OfText("Un titre\n\nDes mots.\n\n[caption width=\"300\"]Le chat dort[/caption]");
        Assert.Equal(["paragraph: Des mots."], DraftText.Outline(draft));
        Assert.Contains(draft.Dropped, dropped => dropped.Text.Contains("Le chat dort", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_shortcodes_are_named_in_the_report()
    {
        var draft = DraftText.OfText("Un titre\n\nDes mots.\n\n[contact-form-7 id=\"12\" title=\"Écrire\"]");
        Assert.Contains(draft.Dropped, dropped => dropped.Text.StartsWith("[contact-form-7", StringComparison.Ordinal));
    }
}
