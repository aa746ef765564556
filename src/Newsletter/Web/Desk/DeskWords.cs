namespace Newsletter.Web.Desk;

/// <summary>What stands on every page of the desk, in one language. Each part of the desk has words of its own beside its pages.</summary>
internal sealed record DeskWords
{
    public required string Language { get; init; }
    public required string Name { get; init; }
    public required string Skip { get; init; }
    public required string Home { get; init; }
    public required string Columns { get; init; }
    public required string Issues { get; init; }
    public required string Subscribers { get; init; }
    public required string Publications { get; init; }
    public required string Staff { get; init; }
    public required string Trail { get; init; }
    public required string Account { get; init; }
    public required string SignOut { get; init; }
    public required string Save { get; init; }
    public required string Back { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string All { get; init; }
    public required string Nothing { get; init; }
    public required string Next { get; init; }
    public required string MayNot { get; init; }

    public static DeskWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly DeskWords s_english = new()
    {
        Language = DeskLanguage.English,
        Name = "Newsletter desk",
        Skip = "Skip to the content",
        Home = "Home",
        Columns = "Columns",
        Issues = "Issues",
        Subscribers = "Subscribers",
        Publications = "Publications",
        Staff = "Staff",
        Trail = "Audit trail",
        Account = "My account",
        SignOut = "Sign out",
        Save = "Save",
        Back = "Back",
        Yes = "Yes",
        No = "No",
        All = "All",
        Nothing = "Nothing here yet.",
        Next = "Next page",
        MayNot = "Your role does not allow this. An admin can change it under Staff.",
    };

    private static readonly DeskWords s_french = new()
    {
        Language = DeskLanguage.French,
        Name = "Bureau de la lettre",
        Skip = "Aller au contenu",
        Home = "Accueil",
        Columns = "Articles",
        Issues = "Numéros",
        Subscribers = "Abonnés",
        Publications = "Publications",
        Staff = "Équipe",
        Trail = "Journal des actes",
        Account = "Mon compte",
        SignOut = "Se déconnecter",
        Save = "Enregistrer",
        Back = "Retour",
        Yes = "Oui",
        No = "Non",
        All = "Tout",
        Nothing = "Rien ici pour l’instant.",
        Next = "Page suivante",
        MayNot = "Votre rôle ne le permet pas. Un administrateur peut le changer sous Équipe.",
    };
}
