using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Shortcodes;
using Newsletter.Columns.Sources;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Sources;

public class CopiedPageTests
{
    /// <summary>What is expected is cut from the file itself by its lines, so that no text of it stands here.</summary>
    [Fact]
    public void Another_role_of_an_author_is_told_and_not_lost()
    {
        var draft = DraftText.OfText(
            "alpha\n\nJean Dupont\nalpha Delta\n\nJean Dupont Jean Dupont ? Jean Dupont directeur Inde. Delta\n\n« golf » "
        );
        Assert.Contains(draft.Dropped, dropped => dropped.Text.StartsWith("directeur Inde", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_real_column_is_read_whole()
    {
        var file = TestData.PathOf("columns/bluekiwi-et-instagram.txt");
        var page = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim().Split("\n\n");
        var byline = page[1].Split('\n');
        var quote = page[3];

        var draft = await ColumnFile.ReadAsync(
            file,
            ColumnFormat.Auto,
            ShortcodeNames.Usual,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(page[0], draft.Title);
        var author = Assert.Single(draft.Authors);
        Assert.Equal(byline[0], "hmr" + author.Name);
        Assert.Equal(byline[1], author.Role);
        Assert.Equal("fr", draft.Language);
        Assert.Equal(
            [
                $"paragraph: {page[2]}",
                $"pull-quote: {quote[(quote.IndexOf(']', StringComparison.Ordinal) + 1)..quote.LastIndexOf('[')]}",
                .. page[4..^1].Select(paragraph => $"paragraph: {paragraph}"),
            ],
            DraftText.Outline(draft)
        );
        Assert.Equal("Haut", page[^1]);
        Assert.Equal(["hmr", "Haut"], draft.Dropped.Select(dropped => dropped.Text));
    }

    [Fact]
    public void A_listing_is_no_HTML()
    {
        var draft = DraftText.OfText($"Un titre\n\n{Long}\n\n```\na < b\n```\n\n{Long}");
        Assert.Single(draft.Blocks.OfType<Block.CodeListing>());
        Assert.Empty(draft.Notices);
    }

    [Fact]
    public void HTML_that_was_read_is_said()
    {
        var draft = DraftText.OfText($"Un titre\n\n<p>{Long}</p>\n\n{Long}");
        Assert.Contains(draft.Notices, notice => notice.Contains("HTML", StringComparison.Ordinal));
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
