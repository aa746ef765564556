namespace Newsletter.Web.Desk;

/// <summary>What the first page of the desk says.</summary>
internal sealed record HomeWords
{
    public required string NeedsYou { get; init; }
    public required string AllWell { get; init; }
    public required string GoingOut { get; init; }
    public required string NothingOut { get; init; }
    public required string NextOut { get; init; }
    public required string NoSchedule { get; init; }
    public required string Queued { get; init; }
    public required string Slot { get; init; }
    public required string Last { get; init; }
    public required string DraftWaits { get; init; }
    public required string ApprovedWaits { get; init; }
    public required string HeldFor { get; init; }
    public required string PausedBy { get; init; }
    public required string SourceFails { get; init; }
    public required string Readers { get; init; }

    public static HomeWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly HomeWords s_english = new()
    {
        NeedsYou = "What needs a person",
        AllWell = "Nothing needs anybody now.",
        GoingOut = "Going out now",
        NothingOut = "Nothing is going out.",
        NextOut = "What goes out next",
        NoSchedule = "No publication has a schedule; issues are made by hand.",
        Queued = "queued for {0}",
        Slot = "issue of {0}",
        Last = "The last issues",
        DraftWaits = "a draft waits to be approved",
        ApprovedWaits = "approved, and not queued",
        HeldFor = "held: {0}",
        PausedBy = "paused by a person",
        SourceFails = "source {0}, {1}, failed {2} time(s) in a row: {3}",
        Readers = "{0:N0} reader(s)",
    };

    private static readonly HomeWords s_french = new()
    {
        NeedsYou = "Ce qui attend quelqu’un",
        AllWell = "Rien n’attend personne en ce moment.",
        GoingOut = "En cours d’envoi",
        NothingOut = "Rien ne part en ce moment.",
        NextOut = "Prochains envois",
        NoSchedule = "Aucune publication n’a de calendrier ; les numéros se font à la main.",
        Queued = "en file pour {0}",
        Slot = "numéro du {0}",
        Last = "Les derniers numéros",
        DraftWaits = "un brouillon attend d’être approuvé",
        ApprovedWaits = "approuvé, et pas en file",
        HeldFor = "retenu : {0}",
        PausedBy = "mis en pause par quelqu’un",
        SourceFails = "la source {0}, {1}, a échoué {2} fois de suite : {3}",
        Readers = "{0:N0} lecteur(s)",
    };
}
