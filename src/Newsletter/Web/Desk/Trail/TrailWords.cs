namespace Newsletter.Web.Desk;

/// <summary>What the audit trail says.</summary>
internal sealed record TrailWords
{
    public required string Who { get; init; }
    public required string What { get; init; }
    public required string When { get; init; }
    public required string From { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Done { get; init; }
    public required string Refused { get; init; }
    public required string Failed { get; init; }
    public required string Open { get; init; }
    public required string Only { get; init; }
    public required string AllActs { get; init; }

    public static TrailWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly TrailWords s_english = new()
    {
        Who = "Who",
        What = "What",
        When = "When",
        From = "From",
        Before = "Before",
        After = "After",
        Done = "done",
        Refused = "refused",
        Failed = "failed",
        Open = "cut short, or under way",
        Only = "Only",
        AllActs = "All acts",
    };

    private static readonly TrailWords s_french = new()
    {
        Who = "Qui",
        What = "Quoi",
        When = "Quand",
        From = "D’où",
        Before = "Avant",
        After = "Après",
        Done = "fait",
        Refused = "refusé",
        Failed = "échoué",
        Open = "interrompu, ou en cours",
        Only = "Seulement",
        AllActs = "Tous les actes",
    };
}
