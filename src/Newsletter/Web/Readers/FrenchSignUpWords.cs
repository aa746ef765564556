namespace Newsletter.Web.Readers;

/// <summary>Spaces before tall punctuation and inside guillemets are written as escapes, so that an editor cannot lose them.</summary>
internal static class FrenchSignUpWords
{
    public static SignUpWords All { get; } =
        new()
        {
            Title = "S’abonner à {0}",
            Email = "Votre adresse électronique",
            Name = "Votre nom (facultatif)",
            Trap = "Laissez ce champ vide",
            Agreement = "En appuyant sur le bouton, vous déclarez\u00A0:",
            Button = "M’abonner",
            Aside = "Vous recevrez un message avec un bouton de confirmation, et rien d’autre si vous n’y appuyez pas.",
            CheckTitle = "Encore un geste",
            CheckText =
                "Un message est en route vers {0}. Appuyez sur le bouton qu’il contient, et c’est fait\u00A0; sinon, rien d’autre ne sera envoyé.",
            CheckAdvice =
                "S’il n’arrive pas d’ici quelques minutes, regardez parmi les courriers indésirables et vérifiez l’adresse. Nous n’écrivons à une adresse qu’une fois par jour.",
            ClosedTitle = "Pas d’abonnement en ce moment",
            Closed = "{0} ne prend pas de nouveaux lecteurs ici en ce moment.",
            NoAddress =
                "«\u00A0{0}\u00A0» n’est pas une adresse où l’on puisse écrire. Une adresse ressemble à nom@example.org.",
            NoSuchDomain = "Il n’y a pas de courrier chez «\u00A0{0}\u00A0». Vérifiez ce qui suit l’arobase.",
            NoMailThere = "«\u00A0{0}\u00A0» ne reçoit pas de courrier. Donnez une autre adresse.",
            SlipTitle = "Cette adresse est-elle juste\u202F?",
            Slip = "Vous avez écrit {0}.",
            SlipYes = "Je voulais dire {0}",
            SlipNo = "{0} est juste",
            SentenceNotSeen = "Lisez ce que vous acceptez, puis appuyez encore une fois sur le bouton.",
            NotByHand =
                "Appuyez encore une fois sur le bouton. Cela écarte les programmes qui remplissent les formulaires.",
            TooMany = "Trop de demandes sont venues de là récemment. Réessayez dans une heure.",
            Unreadable = "Ce formulaire n’a pas pu être lu. Remplissez-le encore une fois.",
            ConfirmTitle = "Confirmez votre abonnement",
            ConfirmQuestion = "Voulez-vous recevoir {0} par courriel\u202F?",
            ConfirmButton = "Oui, m’abonner",
            ConfirmAside =
                "Rien ne change tant que vous n’avez pas appuyé sur le bouton. Si vous n’avez rien demandé, fermez cette page.",
            ConfirmedTitle = "Vous êtes abonné",
            ConfirmedText = "Vous recevrez désormais {0}. Chaque message se termine par un lien pour vous désabonner.",
            OverTitle = "Ce lien n’est plus valable",
            OverText = "Il est trop ancien, ou a servi avant votre départ. Pour recevoir {0}, abonnez-vous de nouveau.",
            OverLink = "S’abonner de nouveau",
            BrokenAdvice = "Rouvrez le message et appuyez sur son bouton, ou abonnez-vous de nouveau.",
            FreshTitle = "Recevoir vos liens par courriel",
            FreshText =
                "Donnez l’adresse où vous recevez la lettre\u00A0: vos liens pour partir et pour choisir y seront envoyés.",
            FreshButton = "M’envoyer mes liens",
            FreshSent =
                "Si {0} est abonnée ici, un message avec vos liens est en route. Nous n’écrivons à une adresse qu’une fois par jour.",
            EmbedTitle = "Un formulaire pour votre site\u00A0: {0}",
            EmbedText =
                "Copiez ceci dans une page de votre site. Il ne faut aucun script. Quand la phrase de la publication change, copiez-le de nouveau\u00A0; d’ici là, les lecteurs voient la nouvelle avant de s’abonner.",
            EmbedHtml = "HTML à copier",
        };
}
