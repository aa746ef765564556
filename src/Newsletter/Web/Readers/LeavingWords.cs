namespace Newsletter.Web.Readers;

/// <summary>What the pages say to those who have just left. <c>{0}</c> is a number, where it stands.</summary>
internal sealed record LeavingWords
{
    public required string ChooseInstead { get; init; }
    public required string ChooseNow { get; init; }
    public required string OthersText { get; init; }
    public required string AlsoText { get; init; }
    public required string LeaveOthersButton { get; init; }
    public required string LeftAllText { get; init; }
    public required string WhyQuestion { get; init; }
    public required string WhyAside { get; init; }

    /// <summary>By the names of <see cref="Subscribers.LeavingReasons.Choices"/>.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }
    public required string NoReason { get; init; }
    public required string OwnWords { get; init; }
    public required string SayButton { get; init; }
    public required string Thanks { get; init; }

    public static LeavingWords In(Words words) => words.Language == "fr" ? French : English;

    private static LeavingWords English { get; } =
        new()
        {
            ChooseInstead = "Fewer issues, a pause, only some authors: choose what you receive instead",
            ChooseNow = "Choose what you receive: fewer issues, a pause, only some authors",
            OthersText = "You still receive:",
            AlsoText = "You also receive:",
            LeaveOthersButton = "Unsubscribe me from everything",
            LeftAllText = "You will not receive any of our newsletters any more. This took effect at once.",
            WhyQuestion = "Would you tell us why?",
            WhyAside = "You need not answer: you are unsubscribed in any case.",
            Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["too-many"] = "I receive too many mails",
                ["not-relevant"] = "It is not about what interests me",
                ["never-asked"] = "I never asked for it",
                ["hard-to-read"] = "It is hard to read in my mail program",
                ["elsewhere"] = "I read it elsewhere",
                ["other"] = "Something else",
            },
            NoReason = "I would rather not say",
            OwnWords = "In your own words",
            SayButton = "Send this answer",
            Thanks = "Thank you for telling us.",
        };

    private static LeavingWords French { get; } =
        new()
        {
            ChooseInstead =
                "Moins de numéros, une pause, certains auteurs seulement\u00A0: choisir ce que vous recevez",
            ChooseNow = "Choisir ce que vous recevez\u00A0: moins de numéros, une pause, certains auteurs seulement",
            OthersText = "Vous recevez encore\u00A0:",
            AlsoText = "Vous recevez aussi\u00A0:",
            LeaveOthersButton = "Me désabonner de tout",
            LeftAllText = "Vous ne recevrez plus aucune de nos lettres. C’est déjà en vigueur.",
            WhyQuestion = "Voulez-vous nous dire pourquoi\u202F?",
            WhyAside = "Rien ne vous oblige à répondre\u00A0: vous êtes désabonné dans tous les cas.",
            Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["too-many"] = "Je reçois trop de courriels",
                ["not-relevant"] = "Les sujets ne m’intéressent pas",
                ["never-asked"] = "Je n’avais rien demandé",
                ["hard-to-read"] = "Elle se lit mal dans ma messagerie",
                ["elsewhere"] = "Je la lis ailleurs",
                ["other"] = "Autre chose",
            },
            NoReason = "Je préfère ne pas le dire",
            OwnWords = "Avec vos mots",
            SayButton = "Envoyer cette réponse",
            Thanks = "Merci de nous l’avoir dit.",
        };
}
