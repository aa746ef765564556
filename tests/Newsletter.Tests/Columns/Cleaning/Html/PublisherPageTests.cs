using System.Text;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;

namespace Newsletter.Tests.Columns.Cleaning.Html;

/// <summary>What the pages of publishers put in, around and behind a column, each habit by itself.</summary>
public class PublisherPageTests
{
    private const string First =
        "Au petit matin, les grues du vieux port ne tournent plus, et les dockers, réunis devant la criée, attendent une réponse qui ne vient pas depuis lundi.";

    private const string Second =
        "La direction, de son côté, assure que les discussions continuent, que des garanties seront données, et que personne ne perdra son emploi avant l’été.";

    private const string Third =
        "Reste la question des quais eux-mêmes, dont la remise en état, promise depuis trois ans, n’a toujours pas trouvé de budget ni de calendrier.";

    private const string Prose = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    private const string Body = $"paragraph: {First}|paragraph: {Second}|paragraph: {Third}";

    [Fact]
    public void A_script_of_data_within_the_page_leaves_no_words() =>
        Assert.Equal(
            Body,
            Outline(
                $$"""<article><script type="application/ld+json">{"@type":"BreadcrumbList"}</script>{{Prose}}</article>"""
            )
        );

    [Fact]
    public void Hyphens_that_no_reader_sees_are_taken_out() =>
        Assert.StartsWith(
            "paragraph: Une candidature",
            Outline(
                $"<article><p>Une can\u00ADdi\u00ADda\u00ADture attendue, et dont tous parlent.</p>{Prose}</article>"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_text_in_lines_without_paragraphs_is_found_in_whatever_box_it_stands() =>
        Assert.Equal(
            Body,
            Outline(
                $"<div class='main section'><div class='widget Blog'><div class='post-body'>{First}<br><br>{Second}<br><br>{Third}</div></div></div>"
            )
        );

    [Fact]
    public void A_text_cut_into_boxes_of_boxes_is_read_whole() =>
        Assert.Equal(
            Body,
            Outline(
                $"<div class=col><div class=row><div class=cell><p>{First}</p><p>{Second}</p></div></div><div class=row><div class=cell><p>{Third}</p></div></div></div>"
            )
        );

    [Theory]
    [InlineData("<div><h2>À découvrir également</h2><div><a href=/a><h3>Un voisin sans rapport</h3></a></div></div>")]
    [InlineData(
        "<div><h2>Les plus lus</h2><ol><li><a href=/a>Un premier</a></li><li><a href=/b>Un second</a></li></ol></div>"
    )]
    [InlineData("<div><span>Article précédent</span> <a href=/a>Le précédent</a></div>")]
    [InlineData("<ul><li><a href=/t/1>ports</a></li><li><a href=/t/2>emploi</a></li></ul>")]
    public void What_comes_behind_the_text_in_its_article_and_holds_no_prose_is_left_out(string behind) =>
        Assert.Equal(Body, Outline($"<article><div><div>{Prose}</div></div>{behind}</article>"));

    [Theory]
    [InlineData("<p>Publicité</p>")]
    [InlineData("<p>Passer la publicité</p>")]
    [InlineData("<div>La suite après cette publicité</div>")]
    [InlineData(
        "<p><strong>Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.</strong></p>"
    )]
    [InlineData("<div>Article réservé aux abonnés</div>")]
    [InlineData("<h3>Lire aussi\u00A0:</h3><p><a href=/a>Un autre article du site, sur les quais</a></p>")]
    [InlineData("<div class='fig-crosslinking'><span>À lire</span><a href=/a>Un autre</a></div>")]
    public void A_line_that_cuts_the_text_for_the_site_s_own_ends_is_left_out(string line) =>
        Assert.Equal(Body, Outline($"<article><p>{First}</p><p>{Second}</p>{line}<p>{Third}</p></article>"));

    [Fact]
    public void A_last_heading_over_other_articles_goes_with_all_that_follows_it() =>
        Assert.Equal(
            Body,
            Outline(
                $"<article>{Prose}<h2>La rédaction vous conseille\u00A0:</h2><p>Un voisin</p><p>Un autre voisin</p></article>"
            )
        );

    [Fact]
    public void A_heading_above_prose_stays_whatever_it_is_called() =>
        Assert.EndsWith(
            $"h2: À la une|paragraph: {Third}",
            Outline($"<article><p>{First}</p><p>{Second}</p><h2>À la une</h2><p>{Third}</p></article>"),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_head_s_title_is_taken_where_the_page_shows_its_section_as_the_largest_heading()
    {
        var draft = Read(
            $"<main><h1>Opinion</h1><article><h2>Les grues ne tournent plus</h2>{Prose}</article></main>",
            "<meta property=og:site_name content='La Revue'><meta property=og:title content='Les grues ne tournent plus - La Revue'>"
        );
        Assert.Equal("Les grues ne tournent plus", draft.Title);
        Assert.DoesNotContain(draft.Blocks, block => BlockText.Of(block) == "Les grues ne tournent plus");
    }

    [Fact]
    public void The_caption_of_the_first_picture_is_no_standfirst() =>
        Assert.Empty(
            Read(
                $"<article><h1>Les grues</h1><figure><img src=/g.jpg><figcaption class=article-subtitle>Les grues du vieux port, en mars dernier, vues du quai.</figcaption></figure>{Prose}</article>"
            ).Standfirst
        );

    [Fact]
    public void A_theme_that_says_another_language_than_the_text_is_not_believed() =>
        Assert.Equal("fr", Read($"<article>{Prose}{Prose}{Prose}</article>", "", "en-US").Language);

    [Fact]
    public void A_date_behind_the_author_is_no_role()
    {
        var author = Assert.Single(
            Read(
                $"<article><h1>Les grues</h1><p class=auteur>par <a href=/ab>Ada Byron</a>, le 15 septembre 2026</p>{Prose}</article>"
            ).Authors
        );
        Assert.Equal(("Ada Byron", null), (author.Name, author.Role));
    }

    [Fact]
    public void An_author_who_signs_below_the_text_is_not_named_twice() =>
        Assert.Equal(
            Body,
            Outline($"<article><h1>Les grues</h1><p class=auteur>Par Ada Byron</p>{Prose}<p>Ada BYRON</p></article>")
        );

    [Fact]
    public void Paragraphs_that_are_sold_are_the_column() =>
        Assert.Equal(
            Body,
            Outline(
                $"<article><p>{First}</p><div class=paywall><p>{Second}</p></div><div class=paywall><p>{Third}</p></div></article>"
            )
        );

    [Fact]
    public void A_line_of_two_dates_above_the_text_is_of_the_head() =>
        Assert.Equal(
            Body,
            Outline(
                $"<article><h1>Les grues</h1><p>Publié le 5 mars 2026 à 08:01Mis à jour le 6 mars 2026 à 09:06</p>{Prose}</article>"
            )
        );

    [Fact]
    public void The_credit_below_a_picture_joins_its_caption() =>
        Assert.Equal(
            $"paragraph: {First}|figure: Grues/© C. Dubois / AFP|paragraph: {Second}|paragraph: {Third}",
            Outline(
                $"<article><p>{First}</p><img src=/g.jpg alt=Grues><div>© C. Dubois / AFP</div><p>{Second}</p><p>{Third}</p></article>"
            )
        );

    [Fact]
    public void A_list_of_the_column_s_own_headings_is_left_out() =>
        Assert.Equal(
            $"paragraph: {First}|h2: Les quais|paragraph: {Second}|h2: Le budget|paragraph: {Third}",
            Outline(
                $"<article><p>{First}</p><p>Sommaire</p><ul><li>Les quais</li><li>Le budget</li></ul><h2>Les quais</h2><p>{Second}</p><h2>Le budget</h2><p>{Third}</p></article>"
            )
        );

    [Fact]
    public void A_text_whose_parts_are_each_called_the_body_is_read_whole() =>
        Assert.Equal(
            Body,
            Outline(
                $"<div class=chunks><div class=grid><div class=item><div class=article__body><p>{First}</p></div></div></div><div class=grid><div class=item><div class=article__body><p>{Second}</p><p>{Third}</p></div></div></div></div>"
            )
        );

    // As SPIP, in which many French reviews are written, sets a page.
    private const string Review =
        "<div><p class='surtitre'>Reportage</p><h1>Les grues</h1><p class='info-publi'>mardi 3 mars 2026, par "
        + "<span class='vcard author'><a href=/a>Ada Byron</a></span>, <span class='vcard author'><a href=/b>Blaise Morand</a></span></p>"
        + $"<div class='crayon article-texte-12 texte'><p>{First}<span class='spip_note_ref'> [<a href='#nb1' class='spip_note' id='nh1'>1</a>]</span></p><p>{Second}</p>"
        + "<dl class='spip_document_3 spip_documents'><dt><img src='IMG/grue.jpg' alt=''></dt><dt class='spip_doc_titre'>Les grues en mars</dt><dd class='spip_doc_descriptif'>Photo C. Dubois</dd></dl>"
        + $"<p>{Third}</p></div><div class='crayon article-ps-12 ps'><h2>P.-S.</h2><p>Merci à toutes les personnes qui ont relu.</p></div>"
        + "<div class='notes'><h2>Notes</h2><div id='nb1'><p>[<a href='#nh1' class='spip_note'>1</a>] Voir les comptes.</p></div></div></div>";

    [Fact]
    public void Notes_and_a_postscript_beside_the_text_belong_to_it() =>
        Assert.EndsWith(
            "|h2: P.-S.|paragraph: Merci à toutes les personnes qui ont relu.|note: Voir les comptes.",
            Outline(Review),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_document_s_title_is_of_its_caption() =>
        Assert.Contains("figure: Les grues en mars Photo C. Dubois|", Outline(Review), StringComparison.Ordinal);

    [Fact]
    public void Authors_who_stand_each_in_an_element_are_all_named()
    {
        var draft = Read(Review);
        Assert.Equal(["Ada Byron", "Blaise Morand"], draft.Authors.Select(author => author.Name));
        Assert.Equal(new DateOnly(2026, 3, 3), draft.Date);
    }

    [Fact]
    public void The_picture_of_a_field_above_the_text_leads_the_column() =>
        Assert.StartsWith(
            "figure",
            Outline(
                $"<main><h1>Les grues</h1><div class='field field--name-field-image'><img src=/g.jpg alt=''></div><div class='field field--name-body'>{Prose}</div></main>"
            ),
            StringComparison.Ordinal
        );

    private static string Outline(string body) => Pieces.Outline(Read(body).Blocks);

    private static ColumnDraft Read(string body, string head = "", string language = "fr") =>
        ColumnFile.Parse(
            Encoding.UTF8.GetBytes(
                $"<!doctype html><html lang={language}><head><meta charset=utf-8><title>Les grues</title><link rel=canonical href=https://revue.example/les-grues>{head}</head><body>{body}</body></html>"
            ),
            "page.html",
            ColumnFormat.Html,
            ShortcodeNames.Usual
        );
}
