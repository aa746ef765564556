namespace Newsletter.Web.Readers;

/// <summary>Spaces before tall punctuation and inside guillemets are written as escapes, so that an editor cannot lose them.</summary>
internal static class FrenchOwnDataWords
{
    public static OwnDataWords All { get; } =
        new()
        {
            Choices = FrenchPreferenceWords.All,
            Leaving = LeavingWords.In(FrenchWords.All),
            Held = FrenchHeldWords.All,
            GoneTitle = "Plus rien n’est gardé ici",
            OverTitle = "Ce lien est trop ancien",
            OverText =
                "Il valait une heure. Demandez-en un autre sur la page de vos choix, à laquelle mène le bas de chaque lettre.",
            DataTitle = "Ce que nous savons de vous",
            DataText =
                "C’est tout. Nous ne savons ni ce que vous ouvrez, ni ce que vous suivez\u00A0: nous ne regardons pas.",
            Download = "L’emporter dans un fichier (JSON)",
            Address = "Adresse",
            Name = "Nom",
            Language = "Langue",
            Since = "Connu depuis",
            Tags = "Étiquettes",
            Suppressed = "Ne reçoit rien",
            State = "État",
            Rhythm = "À quel rythme",
            PausedUntil = "En pause jusqu’au",
            Authors = "Ces auteurs seulement",
            Reason = "Pourquoi vous êtes parti",
            Proof = "Ce que vous avez accepté, et repris",
            Messages = "Les numéros qui vous étaient destinés",
            IssueNumber = "numéro {0}",
            Mails = "Autres courriels",
            AskedFor = "demandé, pour {0}",
            Quoted = "«\u00A0{0}\u00A0»",
            Network = "réseau {0}",
            WholeDomain = "tout le domaine",
            MoveTitle = "Une nouvelle adresse",
            MoveText =
                "Nous envoyons un lien à la nouvelle adresse. Rien ne change tant que vous ne l’avez pas confirmée là-bas.",
            NewAddress = "Nouvelle adresse",
            MoveButton = "Utiliser désormais cette adresse",
            NoAddress = "Aucun courriel ne peut aller à cette adresse\u202F; une adresse s’écrit nom@example.org.",
            MoveMailed = "Si {0} peut servir, un courriel avec un lien y part. Il vaut une heure.",
            ConfirmMoveTitle = "Est-ce votre nouvelle adresse\u202F?",
            ConfirmMoveQuestion = "Voulez-vous désormais recevoir à {0}, et plus à l’adresse d’avant\u202F?",
            ConfirmMoveButton = "Oui, utiliser cette adresse",
            ConfirmMoveAside =
                "Rien ne change tant que vous n’avez pas appuyé sur le bouton. Si vous n’avez rien demandé, fermez cette page.",
            MovedTitle = "Votre nouvelle adresse est en service",
            MovedText = "Vous recevez désormais à {0}.",
            TakenTitle = "Cette adresse ne peut pas servir",
            TakenText = "{0} est déjà chez nous, ou ne reçoit rien de nous. Rien n’a été changé.",
            EraseTitle = "Tout faire effacer",
            EraseText = "Vous quittez tout, et tout ce que nous gardons de vous est effacé pour de bon.",
            EraseLink = "M’effacer…",
            EraseQuestion =
                "Vous effacer pour de bon\u202F? Vous ne recevrez plus rien, et personne ne pourra revenir en arrière. Nous gardons seulement un nombre dont nul ne peut tirer votre adresse, pour qu’aucune liste ne vous ramène.",
            EraseButton = "M’effacer maintenant",
            BackToData = "Non, revenir à ce qui est gardé",
            ErasedTitle = "Vous êtes effacé",
            ErasedText =
                "Plus rien ne vous est envoyé, et rien de ce qui vous nomme n’est gardé. Les sauvegardes suivent en vieillissant.",
        };
}
