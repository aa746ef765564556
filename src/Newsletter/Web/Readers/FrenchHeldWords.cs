using Newsletter.Delivery;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Subscribers;

namespace Newsletter.Web.Readers;

/// <summary>Spaces before tall punctuation and inside guillemets are written as escapes, so that an editor cannot lose them.</summary>
internal static class FrenchHeldWords
{
    public static HeldWords All { get; } =
        new()
        {
            Subscriptions = new Dictionary<SubscriptionState, string>
            {
                [SubscriptionState.Pending] = "pas encore confirmé",
                [SubscriptionState.Active] = "abonné",
                [SubscriptionState.Paused] = "en pause",
                [SubscriptionState.Unsubscribed] = "désabonné",
                [SubscriptionState.Bounced] = "l’adresse est morte",
                [SubscriptionState.Complained] = "a signalé un numéro comme indésirable",
            },
            Acts = new Dictionary<ConsentAct, string>
            {
                [ConsentAct.Given] = "vous avez accepté",
                [ConsentAct.Withdrawn] = "vous êtes parti",
                [ConsentAct.Asked] = "quelqu’un a demandé avec cette adresse",
                [ConsentAct.Restored] = "vous êtes revenu",
            },
            Suppressions = new Dictionary<SuppressionSource, string>
            {
                [SuppressionSource.Staff] = "à la demande de l’expéditeur",
                [SuppressionSource.Import] = "d’après la liste d’un autre programme",
                [SuppressionSource.Feedback] = "après un retour d’erreur ou une plainte",
                [SuppressionSource.Reader] = "à votre demande",
            },
            Requests = new Dictionary<ReaderRequestKind, string>
            {
                [ReaderRequestKind.Confirm] = "courriel pour confirmer un abonnement",
                [ReaderRequestKind.Welcome] = "bienvenue",
                [ReaderRequestKind.Goodbye] = "au revoir",
                [ReaderRequestKind.FreshLink] = "liens pour partir et pour choisir",
                [ReaderRequestKind.OwnData] = "lien vers ce que nous savons de vous",
                [ReaderRequestKind.NewAddress] = "courriel pour confirmer une nouvelle adresse",
            },
            Mails = new Dictionary<ServiceMailPurpose, string>
            {
                [ServiceMailPurpose.Confirm] = "courriel pour confirmer un abonnement",
                [ServiceMailPurpose.Welcome] = "bienvenue",
                [ServiceMailPurpose.Goodbye] = "au revoir",
                [ServiceMailPurpose.FreshLink] = "liens pour partir et pour choisir",
                [ServiceMailPurpose.OwnData] = "lien vers ce que nous savons de vous",
                [ServiceMailPurpose.NewAddress] = "courriel pour confirmer une nouvelle adresse",
                [ServiceMailPurpose.Invitation] = "invitation à travailler ici",
                [ServiceMailPurpose.Test] = "un numéro à l’essai, pour qui le prépare",
                [ServiceMailPurpose.Alarm] = "alerte, pour qui travaille ici",
            },
            MailStates = new Dictionary<ServiceMailState, string>
            {
                [ServiceMailState.Queued] = "en attente",
                [ServiceMailState.Claimed] = "sur le point de partir",
                [ServiceMailState.Sending] = "en train de partir",
                [ServiceMailState.Sent] = "envoyé",
                [ServiceMailState.Failed] = "n’a pas pu être remis",
                [ServiceMailState.Unknown] = "peut-être envoyé\u00A0: aucune réponse n’est venue",
                [ServiceMailState.Withdrawn] = "retiré, pas envoyé",
                [ServiceMailState.Expired] = "trop ancien, pas envoyé",
            },
            Messages = new Dictionary<MessageState, string>
            {
                [MessageState.Queued] = "en attente",
                [MessageState.Claimed] = "sur le point de partir",
                [MessageState.Sending] = "en train de partir",
                [MessageState.Sent] = "envoyé",
                [MessageState.Failed] = "n’a pas pu être remis",
                [MessageState.Unknown] = "peut-être envoyé\u00A0: aucune réponse n’est venue",
                [MessageState.Withdrawn] = "retiré, pas envoyé",
            },
            Forms = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["page"] = "notre page d’abonnement",
                ["embedded"] = "un formulaire sur un autre site",
                ["json"] = "un programme d’un autre site",
                ["confirmation"] = "le bouton qui confirme",
                ["preferences"] = "la page de vos choix",
            },
        };
}
