using Newsletter.Columns;

namespace Newsletter.Tests.Columns.Sources;

public class PageHeadTests
{
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
    [InlineData("Publié le 12 mars 2012", "2012-03-12")]
    [InlineData("12/03/2012 à 10h", "2012-03-12")]
    [InlineData("Posted on March 12, 2012", "2012-03-12")]
    [InlineData("Le lundi 1er octobre 2012 à 14h30", "2012-10-01")]
    [InlineData("March 12th, 2012 at 3:05 pm", "2012-03-12")]
    [InlineData("2012-03-12", "2012-03-12")]
    [InlineData("Publié le 12 mars 2012 par Jean Dupont", "2012-03-12")]
    [InlineData("Par Jean Dupont | 12 mars 2012 | 3 commentaires", "2012-03-12")]
    [InlineData("Posted on March 12, 2012 by Jean Dupont in News", "2012-03-12")]
    public void A_line_with_a_date_is_no_text(string line, string date)
    {
        var draft = DraftText.OfText($"Un titre\n\n{line}\n\n{Long}");
        Assert.Equal(date, draft.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(draft.Blocks);
        if (line.Contains("Dupont", StringComparison.Ordinal))
            Assert.Equal("Jean Dupont", Assert.Single(draft.Authors).Name);
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

    private const string Long =
        "Voici un paragraphe assez long pour que personne ne le prenne pour un titre, avec des mots de tous les jours et une fin qui est la sienne.";
}
