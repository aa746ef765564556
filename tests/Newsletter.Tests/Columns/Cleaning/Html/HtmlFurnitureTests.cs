namespace Newsletter.Tests.Columns.Cleaning.Html;

public class HtmlFurnitureTests
{
    private const string Text = "<p>Un alinéa du texte, assez long pour en être un.</p>";

    [Theory]
    [InlineData("<div class=\"sharedaddy\"><h3>Partager</h3><ul><li><a href=x>Twitter</a></li></ul></div>", "Twitter")]
    [InlineData("<p><a href=\"#top\">Haut de page</a></p>", "Haut de page")]
    [InlineData("<p><a class=\"more-link\" href=\"/x\">Lire la suite</a></p>", "Lire la suite")]
    [InlineData("<p>La fin coupée […] <a href=\"/x\">Lire la suite →</a></p>", "Lire la suite")]
    [InlineData(
        "<h3>Articles similaires</h3><ul><li><a href=\"/y\">Un autre article</a></li></ul>",
        "Un autre article"
    )]
    [InlineData("<p><strong>À lire aussi :</strong> <a href=\"/y\">Un autre article</a></p>", "Un autre article")]
    [InlineData("<div id=\"jp-relatedposts\"><p>Un autre article</p></div>", "Un autre article")]
    [InlineData("<p>L’article <a href=x>Titre</a> est apparu en premier sur <a href=y>La Revue</a>.</p>", "La Revue")]
    [InlineData("<form action=x>Recevez la lettre<input name=email></form>", "Recevez la lettre")]
    [InlineData("<script>alert('mot')</script>", "script")]
    [InlineData("<img src=\"https://pixel.wp.com/b.gif?x=1\" width=1 height=1>", "pixel.wp.com")]
    [InlineData("<span class=\"screen-reader-text\">Ouvre une fenêtre</span>", "Ouvre une fenêtre")]
    [InlineData("[contact-form-7 id=\"12\"]", "contact-form-7")]
    public void What_is_the_pages_own_goes_and_is_reported(string furniture, string told)
    {
        var read = Pieces.Read($"{Text}{furniture}");
        Assert.DoesNotContain(told, Pieces.Outline(read.Blocks), StringComparison.Ordinal);
        Assert.Contains(read.Dropped, dropped => dropped.Text.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class=\"content has-sidebar no-share\">")]
    [InlineData("<div class=\"newsletter-wrapper\">")]
    [InlineData("<article class=\"post tag-newsletter category-partage\">")]
    public void A_wrapper_is_not_furniture_for_its_name(string wrapper)
    {
        var prose = string.Concat(Enumerable.Repeat(Text, 8));
        Assert.Equal(8, Pieces.Read($"{wrapper}{prose}").Blocks.Count);
    }

    [Theory]
    [InlineData("<h1>Le  Titre</h1>")]
    [InlineData("<h2>« Le titre »</h2>")]
    public void A_heading_that_repeats_the_title_goes(string heading) =>
        Assert.Equal(
            "paragraph: Un alinéa du texte, assez long pour en être un.",
            Pieces.Outline($"{heading}{Text}", "Le titre")
        );
}
