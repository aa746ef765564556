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
    public required string Staff { get; init; }
    public required string Settings { get; init; }
    public required string Trail { get; init; }
    public required string Account { get; init; }
    public required string SignOut { get; init; }
    public required string Save { get; init; }
    public required string All { get; init; }
    public required string Nothing { get; init; }
    public required string Next { get; init; }

    public static DeskWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly DeskWords s_english = new()
    {
        Language = DeskLanguage.English,
        Name = "Newsletter desk",
        Skip = "Skip to the content",
        Home = "Home",
        Columns = "Columns",
        Issues = "Issues",
        Staff = "Staff",
        Settings = "Settings",
        Trail = "Audit trail",
        Account = "My account",
        SignOut = "Sign out",
        Save = "Save",
        All = "All",
        Nothing = "Nothing here yet.",
        Next = "Next page",
    };

    private static readonly DeskWords s_french = new()
    {
        Language = DeskLanguage.French,
        Name = "Bureau de la lettre",
        Skip = "Aller au contenu",
        Home = "Accueil",
        Columns = "Articles",
        Issues = "Numéros",
        Staff = "Équipe",
        Settings = "Réglages",
        Trail = "Journal des actes",
        Account = "Mon compte",
        SignOut = "Se déconnecter",
        Save = "Enregistrer",
        All = "Tout",
        Nothing = "Rien ici pour l’instant.",
        Next = "Page suivante",
    };
}
