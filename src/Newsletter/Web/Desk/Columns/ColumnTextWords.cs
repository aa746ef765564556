namespace Newsletter.Web.Desk;

/// <summary>What the pages of one column say.</summary>
internal sealed record ColumnTextWords
{
    public required string New { get; init; }
    public required string NewIn { get; init; }
    public required string Edit { get; init; }
    public required string Back { get; init; }
    public required string BackToColumn { get; init; }
    public required string Where { get; init; }
    public required string Origin { get; init; }
    public required string Desk { get; init; }
    public required string Page { get; init; }
    public required string Authors { get; init; }
    public required string Embargo { get; init; }
    public required string EmbargoNow { get; init; }
    public required string EmbargoHint { get; init; }
    public required string EmbargoSaved { get; init; }
    public required string Text { get; init; }
    public required string Dropped { get; init; }
    public required string Revisions { get; init; }
    public required string RevisionOf { get; init; }
    public required string BySource { get; init; }
    public required string By { get; init; }
    public required string Current { get; init; }
    public required string Differs { get; init; }
    public required string First { get; init; }
    public required string Restore { get; init; }
    public required string Restored { get; init; }
    public required string OwnedByDesk { get; init; }
    public required string TitleField { get; init; }
    public required string Standfirst { get; init; }
    public required string AuthorsHint { get; init; }
    public required string LanguageField { get; init; }
    public required string LanguageHint { get; init; }
    public required string Date { get; init; }
    public required string DateHint { get; init; }
    public required string Body { get; init; }
    public required string BodyHint { get; init; }
    public required string Saved { get; init; }
    public required string Picture { get; init; }
    public required string PictureHint { get; init; }
    public required string Alt { get; init; }
    public required string AltWanted { get; init; }
    public required string NoPicture { get; init; }
    public required string Upload { get; init; }
    public required string Uploaded { get; init; }

    public static ColumnTextWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly ColumnTextWords s_english = new()
    {
        New = "New column",
        NewIn = "In",
        Edit = "Edit",
        Back = "Back to the columns",
        BackToColumn = "Back to the column",
        Where = "Where it serves",
        Origin = "Comes from",
        Desk = "the desk",
        Page = "Its own page",
        Authors = "Authors",
        Embargo = "Embargo",
        EmbargoNow = "Kept back until {0}.",
        EmbargoHint = "Local time of {0}, such as 2026-12-03T08:00; empty lifts it.",
        EmbargoSaved = "The embargo is saved.",
        Text = "Text",
        Dropped = "What was left out of the source",
        Revisions = "Revisions",
        RevisionOf = "Revision {0}, {1}",
        BySource = "from the source",
        By = "by {0}",
        Current = "current",
        Differs = "What changed",
        First = "The first text that came.",
        Restore = "Make it the current one again",
        Restored = "That revision is current again.",
        OwnedByDesk =
            "It was changed here: its source does not write over it. Take a revision of the source again to follow it.",
        TitleField = "Title",
        Standfirst = "Standfirst",
        AuthorsHint = "One a line; a role after a bar: Ada Lovelace | mathematician",
        LanguageField = "Language",
        LanguageHint = "Two letters, such as fr; empty: recognised from the text.",
        Date = "Date",
        DateHint = "Such as 2026-01-31.",
        Body = "Text, in Markdown",
        BodyHint =
            "A blank line parts paragraphs. ## Heading, *emphasis*, **strong**, [words](https://…), > quotation, - list. A pull quote stands between two lines of three colons, the first one with its name: ::: pullquote. Apostrophes, quotation marks and spaces are set as the language wants when the issue is rendered.",
        Saved = "The column is saved.",
        Picture = "Add a picture",
        PictureHint =
            "JPEG, PNG, GIF, WebP or SVG, at most 10 MB. It is put at the end of the text; move its line where it belongs.",
        Alt = "What it shows, for whoever does not see it",
        AltWanted = "Say what the picture shows; many readers never see it.",
        NoPicture = "Choose a picture of at most 10 MB.",
        Upload = "Add it",
        Uploaded = "The picture is in the text; look at where it stands, and save.",
    };

    private static readonly ColumnTextWords s_french = new()
    {
        New = "Nouvel article",
        NewIn = "Dans",
        Edit = "Modifier",
        Back = "Revenir aux articles",
        BackToColumn = "Revenir à l’article",
        Where = "Où il sert",
        Origin = "Vient de",
        Desk = "le bureau",
        Page = "Sa page",
        Authors = "Auteurs",
        Embargo = "Embargo",
        EmbargoNow = "Retenu jusqu’au {0}.",
        EmbargoHint = "Heure locale de {0}, par exemple 2026-12-03T08:00 ; vide, il est levé.",
        EmbargoSaved = "L’embargo est enregistré.",
        Text = "Texte",
        Dropped = "Ce qui a été laissé de la source",
        Revisions = "Révisions",
        RevisionOf = "Révision {0}, {1}",
        BySource = "de la source",
        By = "par {0}",
        Current = "actuelle",
        Differs = "Ce qui a changé",
        First = "Le premier texte reçu.",
        Restore = "En refaire la révision actuelle",
        Restored = "Cette révision est de nouveau l’actuelle.",
        OwnedByDesk =
            "Il a été modifié ici : sa source ne l’écrase pas. Reprenez une révision de la source pour la suivre de nouveau.",
        TitleField = "Titre",
        Standfirst = "Chapô",
        AuthorsHint = "Un par ligne ; la fonction après une barre : Ada Lovelace | mathématicienne",
        LanguageField = "Langue",
        LanguageHint = "Deux lettres, comme fr ; vide : reconnue d’après le texte.",
        Date = "Date",
        DateHint = "Par exemple 2026-01-31.",
        Body = "Texte, en Markdown",
        BodyHint =
            "Une ligne vide sépare les paragraphes. ## Intertitre, *italique*, **gras**, [mots](https://…), > citation, - liste. Un exergue se met entre deux lignes de trois deux-points, la première avec son nom : ::: pullquote. Apostrophes, guillemets et espaces sont mis comme la langue le veut quand le numéro est composé.",
        Saved = "L’article est enregistré.",
        Picture = "Ajouter une image",
        PictureHint =
            "JPEG, PNG, GIF, WebP ou SVG, 10 Mo au plus. Elle est mise à la fin du texte ; déplacez sa ligne où il faut.",
        Alt = "Ce qu’elle montre, pour qui ne la voit pas",
        AltWanted = "Dites ce que montre l’image ; beaucoup de lecteurs ne la verront pas.",
        NoPicture = "Choisissez une image d’au plus 10 Mo.",
        Upload = "L’ajouter",
        Uploaded = "L’image est dans le texte ; voyez où elle se trouve, et enregistrez.",
    };
}
