using Newsletter.Columns;
using Newsletter.Columns.Sources;

namespace Newsletter.Tests.Columns.Sources;

public class CopiedPageTests
{
    [Fact]
    public async Task The_first_real_column_is_read_whole()
    {
        var file = TestData.File("columns", "bluekiwi-et-instagram.txt");
        var draft = await ColumnFile.ReadAsync(file, ColumnFormat.Auto, TestContext.Current.CancellationToken);

        Assert.Equal("BlueKiwi et Instagram, Pique et pique et colégram", draft.Title);
        var author = Assert.Single(draft.Authors);
        Assert.Equal("Henry-Michel Rozenblum", author.Name);
        Assert.Equal("Délégué Général d’EuroCloud France", author.Role);
        Assert.Equal("fr", draft.Language);
        Assert.Equal(
            ["paragraph", "pull-quote", "paragraph", "paragraph", "paragraph", "paragraph"],
            draft.Blocks.Select(BlockText.KindOf)
        );
        Assert.StartsWith("Rappel des faits.", BlockText.Of(draft.Blocks[0]), StringComparison.Ordinal);
        Assert.StartsWith("De manière très schématique", BlockText.Of(draft.Blocks[1]), StringComparison.Ordinal);
        Assert.StartsWith("Dans le même temps", BlockText.Of(draft.Blocks[2]), StringComparison.Ordinal);
        Assert.StartsWith("Les acteurs du Cloud", BlockText.Of(draft.Blocks[3]), StringComparison.Ordinal);
        Assert.StartsWith("Une des réponses", BlockText.Of(draft.Blocks[4]), StringComparison.Ordinal);
        Assert.Equal("Bourre et bourre. Et ratatam…", BlockText.Of(draft.Blocks[5]));
        Assert.DoesNotContain(draft.Blocks, block => BlockText.Of(block).Contains("Haut", StringComparison.Ordinal));
        Assert.Equal(["hmr", "Haut"], draft.Dropped.Select(dropped => dropped.Text));
    }

    [Theory]
    [InlineData("hmrHenry-Michel Martin", "Henry-Michel Martin")]
    [InlineData("JDUPONTJean Dupont", "Jean Dupont")]
    [InlineData("JDJean Dupont", "Jean Dupont")]
    [InlineData("jd Jean Dupont", "Jean Dupont")]
    [InlineData("JLBJean-Louis Barrault-Martin", "Jean-Louis Barrault-Martin")]
    [InlineData("photoMarie Curie", "Marie Curie")]
    [InlineData("PhotoMarie Curie", "Marie Curie")]
    [InlineData("Photo de Marie CurieMarie Curie", "Marie Curie")]
    [InlineData("Marie CurieMarie Curie", "Marie Curie")]
    [InlineData("portrait-mcMarie Curie", "Marie Curie")]
    [InlineData("jdupont.jpgJean Dupont", "Jean Dupont")]
    [InlineData("dltHenri de La Tour", "Henri de La Tour")]
    [InlineData("hltHenri de La Tour", "Henri de La Tour")]
    [InlineData("foFlann O’Brien", "Flann O’Brien")]
    [InlineData("jkrJ. K. Rowling", "J. K. Rowling")]
    [InlineData("éléonoreÉléonore Néron", "Éléonore Néron")]
    [InlineData("avatarAnne-Sophie d’Hauterive", "Anne-Sophie d’Hauterive")]
    [InlineData("Henri de La Tour", "Henri de La Tour")]
    [InlineData("J. K. Rowling", "J. K. Rowling")]
    [InlineData("Flann O’Brien", "Flann O’Brien")]
    [InlineData("Jean DUPONT", "Jean DUPONT")]
    [InlineData("Ronald McDonald", "Ronald McDonald")]
    [InlineData("Nguyen Van An", "Nguyen Van An")]
    [InlineData("Par Jean Dupont", "Jean Dupont")]
    [InlineData("Par Voltaire", "Voltaire")]
    [InlineData("By Ada Byron", "Ada Byron")]
    [InlineData("Written by: Ada Byron", "Ada Byron")]
    [InlineData("Auteur : Jean Dupont", "Jean Dupont")]
    [InlineData("Propos recueillis par Jean Dupont", "Jean Dupont")]
    public void A_line_beneath_the_title_names_the_author(string line, string name)
    {
        var draft = DraftText.OfText($"Le titre de la page\n\n{line}\n\n{Long}\n\n{Long}");
        Assert.Equal("Le titre de la page", draft.Title);
        Assert.Equal(name, Assert.Single(draft.Authors).Name);
        Assert.Equal(2, draft.Blocks.Count);
    }

    [Theory]
    [InlineData("Par Jean Dupont et Marie Curie", "Jean Dupont|Marie Curie")]
    [InlineData("Par Jean Dupont, Marie Curie et Paul Valéry", "Jean Dupont|Marie Curie|Paul Valéry")]
    [InlineData("By Ada Byron and Charles Babbage", "Ada Byron|Charles Babbage")]
    [InlineData("By Ada Byron, Charles Babbage, and Mary Somerville", "Ada Byron|Charles Babbage|Mary Somerville")]
    [InlineData("Ada Byron & Charles Babbage", "Ada Byron|Charles Babbage")]
    [InlineData("Jean Dupont et Marie Curie", "Jean Dupont|Marie Curie")]
    public void Several_authors_are_told_apart(string line, string names)
    {
        var draft = DraftText.OfText($"Un titre\n\n{line}\n\n{Long}");
        Assert.Equal(names.Split('|'), draft.Authors.Select(author => author.Name));
    }

    [Theory]
    [InlineData("Jean Dupont, directeur général d’Exemple", "Jean Dupont", "directeur général d’Exemple")]
    [InlineData("Jean Dupont\nDirecteur général d’Exemple", "Jean Dupont", "Directeur général d’Exemple")]
    [InlineData("jdJean Dupont\nExemple SA", "Jean Dupont", "Exemple SA")]
    [InlineData("Par Jean Dupont\n\nPrésident de l’association", "Jean Dupont", "Président de l’association")]
    [InlineData("By Ada Byron, Chief Analyst at Engines Ltd", "Ada Byron", "Chief Analyst at Engines Ltd")]
    [InlineData("Ada Byron – Mathematician and writer", "Ada Byron", "Mathematician and writer")]
    [InlineData("Ada Byron (Engines Ltd)", "Ada Byron", "Engines Ltd")]
    [InlineData("cpCamille Petit Directrice de la communication", "Camille Petit", "Directrice de la communication")]
    [InlineData("Jean Dupont\nDirecteur\nExemple SA", "Jean Dupont", "Directeur, Exemple SA")]
    public void The_role_is_read_with_the_name(string lines, string name, string role)
    {
        var draft = DraftText.OfText($"Un titre\n\n{lines}\n\n{Long}");
        Assert.Equal(new Byline(name, role), Assert.Single(draft.Authors));
        Assert.Single(draft.Blocks);
    }

    [Theory]
    [InlineData("Merci à tous.")]
    [InlineData("Cloud Computing")]
    [InlineData("Breaking News")]
    [InlineData("Rappel des faits")]
    [InlineData("Tout a commencé à Lyon.")]
    [InlineData("Par exemple, voici.")]
    [InlineData("By the way, hello.")]
    [InlineData("Le Contexte")]
    public void A_short_first_paragraph_is_no_author(string line)
    {
        var draft = DraftText.OfText($"Un titre\n\n{line}\n\n{Long}");
        Assert.Empty(draft.Authors);
        Assert.Equal(line, BlockText.Of(draft.Blocks[0]));
    }

    [Theory]
    [InlineData("Publié le 12 mars 2012", "2012-03-12T00:00")]
    [InlineData("12/03/2012 à 10h", "2012-03-12T10:00")]
    [InlineData("Posted on March 12, 2012", "2012-03-12T00:00")]
    [InlineData("Le lundi 1er octobre 2012 à 14h30", "2012-10-01T14:30")]
    [InlineData("March 12th, 2012 at 3:05 pm", "2012-03-12T15:05")]
    [InlineData("2012-03-12", "2012-03-12T00:00")]
    [InlineData("Publié le 12 mars 2012 par Jean Dupont", "2012-03-12T00:00")]
    [InlineData("Par Jean Dupont | 12 mars 2012 | 3 commentaires", "2012-03-12T00:00")]
    [InlineData("Posted on March 12, 2012 by Jean Dupont in News", "2012-03-12T00:00")]
    public void A_line_with_a_date_is_no_text(string line, string date)
    {
        var draft = DraftText.OfText($"Un titre\n\n{line}\n\n{Long}");
        Assert.Equal(date, draft.Date?.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(draft.Blocks);
        if (line.Contains("Dupont", StringComparison.Ordinal))
            Assert.Equal("Jean Dupont", Assert.Single(draft.Authors).Name);
    }

    [Theory]
    [InlineData("Haut")]
    [InlineData("Haut de page")]
    [InlineData("↑ Retour en haut")]
    [InlineData("Back to top ↑")]
    [InlineData("Partager :\nTwitter\nFacebook")]
    [InlineData("Like this:\nLike Loading...")]
    [InlineData("Articles similaires\nUne autre page\nEncore une")]
    [InlineData("3 commentaires\nPaul\nJe ne suis pas du tout d’accord avec ce qui est dit, et de loin.")]
    [InlineData("Imprimer | Partager | Tweet")]
    [InlineData("Catégorie : Tribunes\nTags : réseau, nuage")]
    [InlineData("Leave a comment")]
    [InlineData("Lire la suite »")]
    public void The_pages_own_furniture_is_left_out_and_said(string furniture)
    {
        var draft = DraftText.OfText($"Accueil > Tribunes > Un titre\n\nUn titre\n\n{Long}\n\n{Long}\n\n{furniture}");
        Assert.Equal("Un titre", draft.Title);
        Assert.Equal([$"paragraph: {Long}", $"paragraph: {Long}"], DraftText.Outline(draft));
        Assert.All(
            furniture.Split('\n'),
            line => Assert.Contains(draft.Dropped, dropped => dropped.Text == line.Trim())
        );
    }

    [Fact]
    public void The_sites_name_and_menu_are_not_the_title()
    {
        var draft = DraftText.OfText(
            $"Le Nuage\nAccueil\nBlog\nContact\n\nUn titre\n\nmdMarie Durand\n15 avril 2013\n\n{Long}"
        );
        Assert.Equal("Un titre", draft.Title);
        Assert.Equal("Marie Durand", Assert.Single(draft.Authors).Name);
        Assert.Single(draft.Blocks);
        Assert.Contains(draft.Dropped, dropped => dropped.Text == "Le Nuage");
    }

    [Fact]
    public void A_word_of_furniture_within_the_text_is_a_heading()
    {
        var draft = DraftText.OfText($"Un titre\n\n{Long}\n\nHaut\n\n{Long}");
        Assert.Equal([$"paragraph: {Long}", "heading: Haut", $"paragraph: {Long}"], DraftText.Outline(draft));
    }

    [Theory]
    [InlineData("— Jean Dupont", null)]
    [InlineData("Jean Dupont", null)]
    [InlineData("Jean Dupont\nDélégué général d’Exemple", "Délégué général d’Exemple")]
    [InlineData("Jean Dupont, président d’Exemple", "président d’Exemple")]
    public void A_signature_under_the_text_is_the_author(string signature, string? role)
    {
        var draft = DraftText.OfText($"Un titre\n\n{Long}\n\n{Long}\n\n{signature}\n\nHaut");
        Assert.Equal(new Byline("Jean Dupont", role), Assert.Single(draft.Authors));
        Assert.Equal(2, draft.Blocks.Count);
    }

    [Fact]
    public void A_page_without_an_author_has_none()
    {
        var draft = DraftText.OfText($"A plain page\n\n{English}\n\n{English}\n\nBack to top");
        Assert.Empty(draft.Authors);
        Assert.Equal("en", draft.Language);
        Assert.Equal(2, draft.Blocks.Count);
    }

    [Fact]
    public void A_page_of_one_line_a_paragraph_is_recognised()
    {
        var draft = DraftText.OfText($"Un titre\nPar Jean Dupont\n{Long}\nLe contexte\n{Long}\n{Long}");
        Assert.Equal("Jean Dupont", Assert.Single(draft.Authors).Name);
        Assert.Equal(["paragraph", "heading", "paragraph", "paragraph"], draft.Blocks.Select(BlockText.KindOf));
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph_again()
    {
        var draft = DraftText.OfText(
            "A title\n\nThis is a paragraph that somebody wrapped by hand at about seventy\ncharacters, as people do who write their columns in an editor that was\nmade for programs.\n\nAnd a second one, which is wrapped at the same width and goes on for\ntwo lines."
        );
        Assert.Equal(2, draft.Blocks.Count);
        Assert.DoesNotContain("\n", BlockText.Of(draft.Blocks[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Short_lines_in_a_group_keep_their_breaks()
    {
        var draft = DraftText.OfText(
            $"Un titre\n\n{Long}\n\nSous le pont Mirabeau\ncoule la Seine,\net nos amours.\n\n{Long}"
        );
        Assert.Equal("Sous le pont Mirabeau\ncoule la Seine,\net nos amours.", BlockText.Of(draft.Blocks[1]));
    }

    [Fact]
    public void Lists_quotations_separators_and_addresses_are_blocks()
    {
        var draft = DraftText.OfText(
            $"Un titre\n\n{Long}\n- un\n- deux\n\n1. premier\n2. second\n\n> Cité ici.\n> — Jean Dupont\n\n* * *\n\nhttps://youtu.be/abcdefghijk\n\nVoir http://example.org/a_(b), et www.example.com."
        );
        Assert.Equal(
            ["paragraph", "list", "list", "quote", "separator", "embed", "paragraph"],
            draft.Blocks.Select(BlockText.KindOf)
        );
        Assert.Equal("Jean Dupont", ((Block.Quotation)draft.Blocks[3]).Attribution);
        Assert.Equal("YouTube", ((Block.Embed)draft.Blocks[5]).Provider);
        var links = ((Block.Paragraph)draft.Blocks[6]).Content.OfType<Inline.Link>().Select(link => link.Address);
        Assert.Equal(["http://example.org/a_(b)", "https://www.example.com/"], links);
    }

    [Fact]
    public void Notes_are_tied_to_their_references()
    {
        var draft = DraftText.OfText(
            $"Un titre\n\nUne phrase notée [1], et une autre [7]. {Long}\n\n[1] La première note.\n[2] La seconde."
        );
        Assert.Equal(["paragraph", "note", "note"], draft.Blocks.Select(BlockText.KindOf));
        var content = ((Block.Paragraph)draft.Blocks[0]).Content;
        Assert.Equal(["1"], content.OfType<Inline.NoteReference>().Select(reference => reference.Label));
        Assert.Contains("[7]", BlockText.Of(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_left_in_the_text_is_read()
    {
        var draft = DraftText.OfText(
            $"Un&nbsp;titre\n\n<p>Du <b>gras</b> &amp; du <font color=red>rouge</font>, 2 < 3.</p><p>{Long}<br/>Suite</p>"
        );
        Assert.Equal("Un titre", draft.Title.Replace('\u00A0', ' '));
        Assert.Equal("Du gras & du rouge, 2 < 3.", BlockText.Of(draft.Blocks[0]));
        Assert.Contains(((Block.Paragraph)draft.Blocks[0]).Content, inline => inline is Inline.Strong);
        Assert.Contains(draft.Dropped, dropped => dropped.Text.StartsWith("<font", StringComparison.Ordinal));
    }

    [Fact]
    public void A_standfirst_stands_between_title_and_byline()
    {
        var draft = DraftText.OfText(
            $"Un titre\n\nUne phrase qui dit de quoi il sera question ici.\n\nPar Jean Dupont\n\n{Long}"
        );
        Assert.Equal("Une phrase qui dit de quoi il sera question ici.", BlockText.Of(draft.Standfirst));
        Assert.Single(draft.Blocks);
    }

    private const string Long =
        "Voici un paragraphe assez long pour que personne ne le prenne pour un titre, avec des mots de tous les jours et une fin qui est la sienne.";

    private const string English =
        "Here is a paragraph that is long enough for nobody to take it for a heading, with the words of every day and an end that is its own.";
}
