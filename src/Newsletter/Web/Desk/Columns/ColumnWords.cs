namespace Newsletter.Web.Desk;

/// <summary>What the pages of columns say.</summary>
internal sealed record ColumnWords
{
    public required string New { get; init; }
    public required string Column { get; init; }
    public required string State { get; init; }
    public required string Why { get; init; }
    public required string Publication { get; init; }
    public required string Show { get; init; }
    public required string Waiting { get; init; }
    public required string Reserved { get; init; }
    public required string Carried { get; init; }
    public required string Held { get; init; }
    public required string Skipped { get; init; }
    public required string Hold { get; init; }
    public required string Skip { get; init; }
    public required string Release { get; init; }
    public required string CarriedByHand { get; init; }
    public required string Done { get; init; }
    public required string None { get; init; }
    public required string Chosen { get; init; }
    public required string WithChosen { get; init; }
    public required string Issue { get; init; }
    public required string Search { get; init; }
    public required string Most { get; init; }

    public static ColumnWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly ColumnWords s_english = new()
    {
        New = "New column",
        Column = "Column",
        State = "State",
        Why = "Why it waits",
        Publication = "Publication",
        Show = "Show",
        Waiting = "waiting",
        Reserved = "in an issue",
        Carried = "carried",
        Held = "held back",
        Skipped = "skipped",
        Hold = "Hold back",
        Skip = "Skip for good",
        Release = "Release",
        CarriedByHand = "Readers have it already",
        Done = "Done for {0} column(s).",
        None = "Choose at least one column.",
        Chosen = "Choose",
        WithChosen = "With the chosen columns",
        Issue = "issue {0}",
        Search = "Title contains",
        Most = "The newest 200 that match are shown.",
    };

    private static readonly ColumnWords s_french = new()
    {
        New = "Nouvel article",
        Column = "Article",
        State = "État",
        Why = "Pourquoi il attend",
        Publication = "Publication",
        Show = "Afficher",
        Waiting = "en attente",
        Reserved = "dans un numéro",
        Carried = "paru",
        Held = "retenu",
        Skipped = "écarté",
        Hold = "Retenir",
        Skip = "Écarter pour de bon",
        Release = "Libérer",
        CarriedByHand = "Les lecteurs l’ont déjà",
        Done = "Fait pour {0} article(s).",
        None = "Choisissez au moins un article.",
        Chosen = "Choisir",
        WithChosen = "Avec les articles choisis",
        Issue = "numéro {0}",
        Search = "Le titre contient",
        Most = "Les 200 plus récents qui correspondent sont montrés.",
    };
}
