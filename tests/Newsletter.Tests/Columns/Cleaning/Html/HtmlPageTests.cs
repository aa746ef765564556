using System.Text;
using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;

namespace Newsletter.Tests.Columns.Cleaning.Html;

public class HtmlPageTests
{
    private const string Prose =
        "<p>Le premier alinéa dit de quoi il s’agit, avec ce qu’il faut de mots, de virgules, et de détails pour compter.</p>"
        + "<p>Le deuxième en dit davantage, car un article n’est pas une brève, et celui-ci a une suite.</p>"
        + "<h2>Un intertitre</h2><p>Le troisième conclut, comme le font les derniers alinéas de tous les articles du monde.</p>";

    private const string Body =
        "paragraph: Le premier alinéa dit de quoi il s’agit, avec ce qu’il faut de mots, de virgules, et de détails pour compter."
        + "|paragraph: Le deuxième en dit davantage, car un article n’est pas une brève, et celui-ci a une suite."
        + "|h2: Un intertitre|paragraph: Le troisième conclut, comme le font les derniers alinéas de tous les articles du monde.";

    private const string Newspaper = $$"""
        <!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Les ports se vident - La Revue</title>
        <link rel="canonical" href="https://revue.example/economie/les-ports.html?utm_source=x">
        <meta property="og:site_name" content="La Revue"><meta property="og:title" content="Les ports se vident">
        <meta property="og:description" content="Trois années de travaux n’y ont rien changé, et les dockers s’inquiètent.">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"La Revue"},
        {"@type":"NewsArticle","headline":"Les ports se vident","datePublished":"2026-03-05T06:00:00+01:00","inLanguage":"fr-FR",
        "author":[{"@type":"Person","@id":"#p1"},{"@type":"Person","name":"Blaise Morand"}]},{"@type":"Person","@id":"#p1","name":"Ada Byron","jobTitle":"envoyée spéciale au Havre"}]}</script>
        </head><body>
        <div id="cookie-banner" class="cookie-consent"><p>Nous utilisons des cookies pour mesurer notre audience.</p><button>Accepter</button></div>
        <header class="site-header"><a href="/">La Revue</a><nav><ul><li><a href="/eco">Économie</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main><article class="article"><div class="breadcrumb"><a href="/">Accueil</a> › <a href="/eco">Économie</a></div>
        <h1>Les ports se vident</h1><p class="article__chapo">Trois années de travaux n’y ont rien changé, et les dockers s’inquiètent.</p>
        <div class="article__author">Par <a rel="author" href="/ada">Ada Byron</a> et <a rel="author" href="/bm">Blaise Morand</a><span class="role">Professeur d’économie à l’université de Rouen</span></div>
        <time datetime="2026-03-05T06:00:00+01:00">Publié le 5 mars 2026 à 6h00</time>
        <figure><img src="/img/port.jpg" srcset="/img/port-400.jpg 400w, /img/port-1400.jpg 1400w" alt="Le port"><figcaption>Le port du Havre, en février. © C. Dubois</figcaption></figure>
        <div class="social-share"><a href="#">Partager</a><a href="#">Tweeter</a></div>
        <div class="article-body">{{Prose}}<p><a href="/autre">Lire aussi : un autre article</a></p></div>
        <div class="newsletter-box"><p>Recevez notre lettre chaque matin</p><form><input></form></div>
        <ul class="tags"><li><a href="/t">ports</a></li></ul></article>
        <section class="related-articles"><h3>Sur le même sujet</h3><article><h2><a href="/b">Un voisin</a></h2><p>Un résumé du voisin, qui est long lui aussi, et qui a des virgules.</p></article></section>
        <section id="comments"><h3>3 commentaires</h3><p>Je ne suis pas d’accord avec cet article, qui ne dit rien des quais.</p></section></main>
        <aside class="sidebar"><p>Les plus lus</p></aside><footer><p>© La Revue, mentions légales</p></footer></body></html>
        """;

    [Fact]
    public void A_page_of_a_newspaper_gives_its_column_and_nothing_else()
    {
        var draft = Read(Newspaper);
        Assert.Equal("Les ports se vident", draft.Title);
        Assert.Equal(
            "Trois années de travaux n’y ont rien changé, et les dockers s’inquiètent.",
            BlockText.Of(draft.Standfirst)
        );
        Assert.Equal(["Ada Byron", "Blaise Morand"], draft.Authors.Select(author => author.Name));
        Assert.Equal("envoyée spéciale au Havre", draft.Authors[0].Role);
        Assert.Equal("Professeur d’économie à l’université de Rouen", draft.Authors[1].Role);
        Assert.Equal(new DateOnly(2026, 3, 5), draft.Date);
        Assert.Equal("fr", draft.Language);
        Assert.Equal("https://revue.example/economie/les-ports.html", draft.Address);
        Assert.Equal($"figure: Le port/Le port du Havre, en février. © C. Dubois|{Body}", Pieces.Outline(draft.Blocks));
    }

    [Theory]
    [InlineData("Nous utilisons des cookies")]
    [InlineData("Économie")]
    [InlineData("Partager")]
    [InlineData("Recevez notre lettre")]
    [InlineData("Un voisin")]
    [InlineData("Je ne suis pas d’accord")]
    [InlineData("Les plus lus")]
    [InlineData("mentions légales")]
    [InlineData("un autre article")]
    public void What_stands_around_the_column_is_reported(string words) =>
        Assert.Contains(Read(Newspaper).Dropped, dropped => dropped.Text.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "<html><head><title>Un titre assez long | Site</title></head><body><div class=menu><a href=/>Accueil</a></div><div id=c><h1>Un titre assez long</h1><p>Par Ada Byron, maire de Rouen</p><p>Le 5 mars 2026</p>{0}</div></body></html>"
    )]
    [InlineData(
        "<html><head><meta property=og:title content=\"Un titre assez long\"><meta name=author content=\"Ada Byron\"><meta property=article:published_time content=2026-03-05></head><body><h2>Rubrique</h2><table><tr><td><a href=/>menu</a></td><td class=texte>{0}</td></tr></table></body></html>"
    )]
    [InlineData(
        "<!doctype html><body><article><header><h1>Un titre assez long</h1><p class=byline>Ada Byron</p><time datetime=2026-03-05>jeudi</time></header>{0}<footer><p>Étiquettes</p></footer></article></body>"
    )]
    public void A_page_that_says_less_is_read_by_what_it_shows(string page)
    {
        var draft = Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, page, Prose));
        Assert.Equal("Un titre assez long", draft.Title);
        Assert.Equal(["Ada Byron"], draft.Authors.Select(author => author.Name));
        Assert.Equal(new DateOnly(2026, 3, 5), draft.Date);
        Assert.Equal(Body, Pieces.Outline(draft.Blocks));
    }

    [Theory]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("iso-8859-15", "iso-8859-15")]
    public void The_letters_of_a_page_are_read_as_they_were_written(string written, string said)
    {
        var encoding = written is "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(written)!;
        var html =
            $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={said}\"><title>Un été</title></head><body><h1>Un été</h1>{Prose.Replace('’', '\'')}</body></html>";
        var draft = ColumnFile.Parse(encoding.GetBytes(html), "page.html", ColumnFormat.Html, ShortcodeNames.Usual);
        Assert.Equal("Un été", draft.Title);
        Assert.Equal(Body.Replace('’', '\''), Pieces.Outline(draft.Blocks));
    }

    private static ColumnDraft Read(string html) =>
        ColumnFile.Parse(Encoding.UTF8.GetBytes(html), "page.html", ColumnFormat.Html, ShortcodeNames.Usual);
}
