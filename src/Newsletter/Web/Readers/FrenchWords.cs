namespace Newsletter.Web.Readers;

/// <summary>Spaces before tall punctuation and inside guillemets are written as escapes, so that an editor cannot lose them.</summary>
internal static class FrenchWords
{
    public static Words All { get; } =
        new()
        {
            Language = "fr",
            LeaveTitle = "Se désabonner",
            LeaveQuestion = "Voulez-vous ne plus recevoir {0}\u202F?",
            LeaveButton = "Me désabonner",
            LeaveAside =
                "Rien ne change tant que vous n’avez pas appuyé sur le bouton. Pour rester abonné, fermez cette page.",
            LeftTitle = "Vous êtes désabonné",
            LeftText = "Vous ne recevrez plus {0}. C’est déjà en vigueur.",
            UndoText = "Si c’était une erreur, vous pouvez revenir en arrière.",
            UndoButton = "Me réabonner",
            GoneText = "Plus rien n’est envoyé à cette adresse, et rien n’en est conservé.",
            BackTitle = "Vous êtes de nouveau abonné",
            BackText = "Vous recevrez {0} comme avant.",
            TooLateTitle = "Vous restez désabonné",
            TooLateText =
                "Il est trop tard pour revenir en arrière ici. Pour recevoir de nouveau {0}, écrivez à l’expéditeur\u00A0: répondre à n’importe quel numéro suffit.",
            BrokenTitle = "Ce lien ne fonctionne pas",
            BrokenText =
                "Il est incomplet ou modifié, comme lorsqu’une messagerie coupe un long lien en deux. Rien n’a été changé.",
            BrokenAdvice =
                "Rouvrez la lettre et suivez le lien au bas de celle-ci, ou répondez-y en demandant votre désabonnement\u00A0: l’expéditeur s’en chargera.",
            HowToLeaveTitle = "Comment se désabonner",
            HowToLeaveText =
                "Chaque lettre que vous recevez porte, tout en bas, des liens qui n’appartiennent qu’à vous\u00A0: pour vous désabonner, et pour choisir ce que vous recevez.",
            HowToLeaveAdvice =
                "Ouvrez une de ces lettres dans votre messagerie, suivez le lien et appuyez sur le bouton de la page qui s’ouvre. Si vous ne trouvez pas le lien, répondez à la lettre en demandant votre désabonnement.",
            StartTitle = "Lettres d’information",
            StartText = "Ce site envoie des lettres d’information par courriel.",
            StartNothing = "Aucun numéro n’a encore paru.",
            LatestIssue = "Dernier numéro",
            MissingTitle = "Il n’y a rien ici",
            MissingText = "L’adresse de cette page est fausse, ou ce qu’elle montrait n’est pas public.",
            FaultTitle = "Une erreur s’est produite",
            FaultText = "C’est de notre fait, non du vôtre. Réessayez dans quelques minutes.",
            RefusedTitle = "Cette demande ne peut pas aboutir",
            RefusedText = "Elle contient autre chose que ce que cette page attend. Rien n’a été changé.",
            ToStart = "Vers la page d’accueil",
            SignUp = FrenchSignUpWords.All,
        };
}
