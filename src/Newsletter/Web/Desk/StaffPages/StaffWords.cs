namespace Newsletter.Web.Desk;

/// <summary>What the pages of the staff say.</summary>
internal sealed record StaffWords
{
    public required string Member { get; init; }
    public required string Roles { get; init; }
    public required string AllPublications { get; init; }
    public required string Editor { get; init; }
    public required string Publisher { get; init; }
    public required string Admin { get; init; }
    public required string WhichRole { get; init; }
    public required string TakeAway { get; init; }
    public required string TakenAway { get; init; }
    public required string RolesMean { get; init; }
    public required string Role { get; init; }
    public required string Where { get; init; }
    public required string Give { get; init; }
    public required string Given { get; init; }
    public required string Close { get; init; }
    public required string Closed { get; init; }
    public required string Invite { get; init; }
    public required string Email { get; init; }
    public required string MakeLink { get; init; }
    public required string Invited { get; init; }
    public required string NoAddress { get; init; }

    public static StaffWords In(string language) => language == DeskLanguage.French ? s_french : s_english;

    private static readonly StaffWords s_english = new()
    {
        Member = "Member",
        Roles = "Roles",
        AllPublications = "all publications",
        Editor = "editor",
        Publisher = "publisher",
        Admin = "admin",
        WhichRole = "Choose a role",
        TakeAway = "Take away",
        TakenAway = "The role is taken away.",
        RolesMean =
            "An editor works on columns and drafts; a publisher approves, queues and stops as well; an admin has settings, staff and the data of subscribers too.",
        Role = "Role",
        Where = "In",
        Give = "Give this role",
        Given = "The role is given.",
        Close = "Close the account",
        Closed = "The account is closed, and signed out everywhere.",
        Invite = "Invite somebody",
        Email = "Their email address",
        MakeLink = "Invite",
        Invited = "Send this link to {0}; it works once, within seven days: {1}",
        NoAddress = "This is not an email address; write it as name@example.org.",
    };

    private static readonly StaffWords s_french = new()
    {
        Member = "Membre",
        Roles = "Rôles",
        AllPublications = "toutes les publications",
        Editor = "rédacteur",
        Publisher = "éditeur responsable",
        Admin = "administrateur",
        WhichRole = "Choisissez un rôle",
        TakeAway = "Retirer",
        TakenAway = "Le rôle est retiré.",
        RolesMean =
            "Un rédacteur travaille aux articles et aux brouillons ; un éditeur responsable approuve, met en file et arrête aussi ; un administrateur a en plus les réglages, l’équipe et les données des abonnés.",
        Role = "Rôle",
        Where = "Dans",
        Give = "Donner ce rôle",
        Given = "Le rôle est donné.",
        Close = "Fermer le compte",
        Closed = "Le compte est fermé, et déconnecté partout.",
        Invite = "Inviter quelqu’un",
        Email = "Son adresse électronique",
        MakeLink = "Inviter",
        Invited = "Envoyez ce lien à {0} ; il sert une fois, dans les sept jours : {1}",
        NoAddress = "Ce n’est pas une adresse électronique ; écrivez-la comme nom@example.org.",
    };
}
