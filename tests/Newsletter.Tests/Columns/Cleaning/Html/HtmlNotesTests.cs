namespace Newsletter.Tests.Columns.Cleaning.Html;

public class HtmlNotesTests
{
    [Theory]
    // WordPress
    [InlineData(
        "<p>Mots<sup data-fn=\"u1\" class=\"fn\"><a href=\"#u1\" id=\"u1-link\">1</a></sup>.</p><ol class=\"wp-block-footnotes\"><li id=\"u1\">La note. <a href=\"#u1-link\">↩︎</a></li></ol>"
    )]
    // Markdown's programs
    [InlineData(
        "<p>Mots<sup id=\"fnref:1\"><a href=\"#fn:1\" class=\"footnote-ref\">1</a></sup>.</p><div class=\"footnotes\"><hr><ol><li id=\"fn:1\"><p>La note.&#160;<a href=\"#fnref:1\" class=\"footnote-backref\">&#8617;</a></p></li></ol></div>"
    )]
    // SPIP
    [InlineData(
        "<p>Mots<span class=\"spip_note_ref\">&nbsp;[<a href=\"#nb1\" class=\"spip_note\" rel=\"appendix\" id=\"nh1\">1</a>]</span>.</p><div id=\"nb1\"><p><span class=\"spip_note_ref\">[<a href=\"#nh1\" class=\"spip_note\">1</a>]&nbsp;</span>La note.</p></div>"
    )]
    // Word
    [InlineData(
        "<p>Mots<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a>.</p><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> La note.</p>"
    )]
    // OpenEdition
    [InlineData(
        "<p>Mots<a class=\"footnotecall\" id=\"bodyftn1\" href=\"#ftn1\">1</a>.</p><p class=\"notesbaspage\"><a class=\"FootnoteSymbol\" id=\"ftn1\" href=\"#bodyftn1\">1</a> La note.</p>"
    )]
    // Drupal
    [InlineData(
        "<p>Mots<a class=\"see-footnote\" id=\"footnoteref1_x\" title=\"La note.\" href=\"#footnote1_x\">1</a>.</p><ul class=\"footnotes\"><li class=\"footnote\" id=\"footnote1_x\"><a class=\"footnote-label\" href=\"#footnoteref1_x\">1.</a> La note.</li></ul>"
    )]
    // with the page's own address before the place
    [InlineData(
        "<p>Mots<a href=\"https://revue.example/2026/un-article/#n1\" id=\"r1\">1</a>.</p><h3>Notes</h3><p id=\"n1\"><a href=\"https://revue.example/2026/un-article/#r1\">1</a>. La note.</p>"
    )]
    public void A_note_and_its_number_find_each_other(string html) =>
        Assert.Equal(
            "paragraph: Mots[1].|note: La note.",
            Pieces.Outline(html).Replace("\u00A0", "", StringComparison.Ordinal)
        );

    [Fact]
    public void A_number_that_links_to_a_chapter_is_no_note() =>
        Assert.Equal(
            "paragraph: Voir le chapitre 1.|h2: Un|paragraph: Des mots.",
            Pieces.Outline("<p>Voir le chapitre <a href=\"#c1\">1</a>.</p><h2 id=\"c1\">Un</h2><p>Des mots.</p>")
        );
}
