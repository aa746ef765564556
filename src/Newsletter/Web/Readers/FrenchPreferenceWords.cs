namespace Newsletter.Web.Readers;

/// <summary>Spaces before tall punctuation and inside guillemets are written as escapes, so that an editor cannot lose them.</summary>
internal static class FrenchPreferenceWords
{
    public static PreferenceWords All { get; } =
        new()
        {
            Title = "Ce que vous recevez",
            Name = "Votre nom",
            Language = "Langue de nos pages et de nos courriels",
            AnyLanguage = "Celle de chaque lettre",
            Receive = "Je veux recevoir {0}",
            OffForNow = "Vous venez de vous désabonner. Cochez la case pour la recevoir de nouveau comme avant.",
            OffByMail =
                "Vous ne la recevez pas en ce moment. Cochez la case et nous vous enverrons un courriel pour confirmer.",
            OffUnconfirmed =
                "Vous n’avez pas encore confirmé. Cochez la case et nous vous enverrons un courriel pour confirmer.",
            OffClosed =
                "Vous ne la recevez pas en ce moment, et elle ne prend plus d’abonnés. Pour revenir, écrivez à l’expéditeur.",
            Rhythm = "À quel rythme",
            EveryIssue = "Chaque numéro",
            Weekly = "Une fois par semaine",
            Monthly = "Une fois par mois",
            Pause = "Rien jusqu’au",
            PauseAside =
                "Un jour dans l’année qui vient, comme 2027-03-31. Videz le champ pour la recevoir dès maintenant.",
            Authors = "Certains auteurs seulement",
            AuthorsAside =
                "Vous ne recevez que les numéros où écrit l’un des auteurs cochés. Si aucun ne l’est, vous recevez tout.",
            Save = "Enregistrer",
            Saved = "Vos choix sont enregistrés, et déjà en vigueur.",
            SavedAndMailed =
                "Vos choix sont enregistrés. Pour recevoir de nouveau ce que vous avez coché, confirmez-le dans le courriel que nous vous envoyons, une fois par jour au plus.",
            NothingSaved = "Rien n’est encore enregistré\u00A0: voyez ce qui est dit plus bas, puis enregistrez.",
            NoDay = "Ce jour n’est pas lisible\u202F; écrivez-le comme 2027-03-31.",
            DayTooEarly =
                "Une pause dure au moins jusqu’à demain\u202F; choisissez un jour plus tardif, ou videz le champ.",
            DayTooLate = "Une pause dure un an au plus\u202F; choisissez un jour plus proche.",
            NoSuchRhythm = "Elle ne paraît plus à ce rythme\u202F; choisissez-en un autre.",
            NoSuchLanguage = "Nos pages ne parlent pas cette langue\u202F; choisissez-en une autre.",
            OwnTitle = "Ce que nous savons de vous",
            OwnText =
                "Nous vous envoyons un lien, valable une heure\u00A0: avec lui vous voyez tout ce que nous gardons de vous, l’emportez dans un fichier, nous donnez une nouvelle adresse, ou faites tout effacer.",
            OwnButton = "M’envoyer ce lien",
            OwnMailed =
                "Si cette lettre vous est adressée, un courriel avec le lien part vers votre adresse. Il n’en part pas d’autre avant une heure au moins.",
        };
}
