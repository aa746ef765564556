namespace Newsletter.Web.Desk;

/// <summary>What the page of a draft's content says.</summary>
internal sealed record IssueContentWords
{
    public required string Title { get; init; }
    public required string Order { get; init; }
    public required string OrderHint { get; init; }
    public required string Lead { get; init; }
    public required string Up { get; init; }
    public required string Down { get; init; }
    public required string Moved { get; init; }
    public required string LeaveOut { get; init; }
    public required string Changed { get; init; }
    public required string TakeNewest { get; init; }
    public required string Taken { get; init; }
    public required string Free { get; init; }
    public required string Add { get; init; }
    public required string Held { get; init; }
    public required string Embargo { get; init; }
    public required string Search { get; init; }
    public required string Find { get; init; }
    public required string SaveColumns { get; init; }
    public required string SavedColumns { get; init; }
    public required string Headline { get; init; }
    public required string SubjectHint { get; init; }
    public required string Length { get; init; }
    public required string Desktop { get; init; }
    public required string Phone { get; init; }
    public required string Audience { get; init; }
    public required string Segment { get; init; }
    public required string SegmentHint { get; init; }
    public required string Count { get; init; }
    public required string CountedOne { get; init; }
    public required string CountedMany { get; init; }
    public required string SavedAudience { get; init; }
    public required string Back { get; init; }
    public required string NoDraft { get; init; }

    public static IssueContentWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly IssueContentWords s_english = new()
    {
        Title = "Content of {0}, {1} {2}",
        Order = "Columns, in their order",
        OrderHint = "The first is the lead. Drag a line, or use its arrows; Alt with an arrow key moves it too.",
        Lead = "lead",
        Up = "Move up",
        Down = "Move down",
        Moved = "{0} is now number {1} of {2}",
        LeaveOut = "Leave out",
        Changed = "a newer revision is here",
        TakeNewest = "Take the newest revision of each",
        Taken = "The issue carries the newest revisions now.",
        Free = "Columns it could carry",
        Add = "Add",
        Held = "held",
        Embargo = "embargo until {0}",
        Search = "Part of a title",
        Find = "Find",
        SaveColumns = "Save the columns",
        SavedColumns = "The columns are saved.",
        Headline = "Inbox line",
        SubjectHint = "Telephones show some 40 characters. Empty: the lead's title.",
        Length = "Characters:",
        Desktop = "On a desktop",
        Phone = "On a phone",
        Audience = "Audience",
        Segment = "Segment",
        SegmentHint =
            "Only readers in it, such as: language is fr and did not receive issue 12. Empty: all readers of the edition.",
        Count = "Count",
        CountedOne = "It would go to {0:N0} reader now.",
        CountedMany = "It would go to {0:N0} readers now.",
        SavedAudience = "The audience is saved.",
        Back = "Back to the issue",
        NoDraft = "It is no draft any more: its content stays as it is.",
    };

    private static readonly IssueContentWords s_french = new()
    {
        Title = "Contenu de {0}, {1} {2}",
        Order = "Articles, dans leur ordre",
        OrderHint =
            "Le premier est l’article de tête. Faites glisser une ligne, ou servez-vous de ses flèches ; Alt et une flèche du clavier la déplacent aussi.",
        Lead = "tête",
        Up = "Monter",
        Down = "Descendre",
        Moved = "{0} est maintenant en place {1} sur {2}",
        LeaveOut = "Retirer",
        Changed = "une révision plus récente est là",
        TakeNewest = "Prendre la dernière révision de chacun",
        Taken = "Le numéro porte maintenant les dernières révisions.",
        Free = "Articles qu’il pourrait porter",
        Add = "Ajouter",
        Held = "retenu",
        Embargo = "sous embargo jusqu’au {0}",
        Search = "Partie d’un titre",
        Find = "Chercher",
        SaveColumns = "Enregistrer les articles",
        SavedColumns = "Les articles sont enregistrés.",
        Headline = "Ligne de la boîte de réception",
        SubjectHint = "Un téléphone en montre une quarantaine. Vide : le titre de l’article de tête.",
        Length = "Caractères :",
        Desktop = "Sur un ordinateur",
        Phone = "Sur un téléphone",
        Audience = "Destinataires",
        Segment = "Segment",
        SegmentHint =
            "Seuls les lecteurs qui en sont, par exemple : language is fr and did not receive issue 12. Vide : tous les lecteurs de l’édition.",
        Count = "Compter",
        CountedOne = "Il irait à {0:N0} lecteur à cet instant.",
        CountedMany = "Il irait à {0:N0} lecteurs à cet instant.",
        SavedAudience = "Les destinataires sont enregistrés.",
        Back = "Revenir au numéro",
        NoDraft = "Ce n’est plus un brouillon : son contenu reste tel quel.",
    };
}
