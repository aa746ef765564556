using Newsletter.Issues;

namespace Newsletter.Web.Desk;

internal static class FrenchIssueWords
{
    public static readonly IssueWords All = new()
    {
        Issue = "Numéro",
        State = "État",
        When = "Quand",
        Readers = "Lecteurs",
        Publication = "Publication",
        Compose = "Composer un numéro de ce qui attend",
        Composed = "Le brouillon est prêt ; rien ne part avant d’être approuvé et mis en file.",
        NumberSign = "nº",
        Next = "La suite",
        Approve = "Approuver",
        ApproveHint =
            "Fige les octets mêmes que les lecteurs recevront. Tout changement ensuite demande une nouvelle approbation.",
        ApprovedBy = "approuvé par {0}, {1}",
        Approved = "Approuvé ; il partira une fois mis en file.",
        Queue = "Mettre en file",
        Queued = "En file.",
        GoesTo =
            "À cet instant, il irait à {0:N0} lecteur(s) ; qui part, ou est bloqué, avant son message n’est pas servi.",
        At = "Quand",
        AtHint =
            "Heure locale de {0}, par exemple 2026-12-03T08:00 ; il est {1}. Vide : dans une minute, pendant laquelle on peut le reprendre.",
        TypeCount = "Tapez {0:N0} pour confirmer que vous visez autant de lecteurs",
        WrongCount = "Il irait à {0:N0} lecteurs ; tapez ce nombre pour le mettre en file.",
        TakeBackText =
            "Il part à {0} ; d’ici là, « Abandonner » ou « Mettre en pause » le reprend, et personne ne reçoit rien.",
        Pause = "Mettre en pause",
        PauseHint = "Aucun autre message n’est commencé ; il peut reprendre plus tard.",
        Paused = "En pause.",
        Resume = "Reprendre",
        ResumeHint = "Il reprend où il s’est arrêté ; personne ne le reçoit deux fois.",
        Resumed = "Il reprend.",
        Cancel = "Abandonner",
        CancelHint =
            "Pour de bon : ce qui est envoyé le reste, le reste ne va à personne, et ses articles sont libres si aucun lecteur ne les a eus.",
        Cancelled = "Abandonné.",
        Content = "Contenu",
        Subject = "Objet",
        SubjectHint = "Un téléphone en montre une quarantaine. Vide : le titre de l’article de tête.",
        Preheader = "Pré-en-tête",
        Saved = "Enregistré.",
        Audience = "Destinataires :",
        Everybody = "tous les lecteurs de l’édition",
        Preflight = "Contrôle avant envoi",
        Passes = "Rien ne l’empêche de partir.",
        Blocks = "bloque",
        Warns = "avertit",
        Notes = "note",
        Bytes = "La partie HTML fait {0:N0} octets ; Gmail coupe à 102 000.",
        Preview = "Aperçu : les octets mêmes",
        Desktop = "Ordinateur",
        Phone = "Téléphone",
        Dark = "Sombre",
        NoPictures = "Sans images",
        NoStyles = "Sans styles",
        Text = "Texte",
        Progress = "Avancement",
        NobodyFrozen = "Il ne va à personne.",
        SentOf = "{0:N0} sur {1:N0} envoyés",
        PaceOf = "{0:N0} par seconde, encore {1} environ",
        AddsUp = "Ensemble : les {0:N0} lecteurs pour qui il a été figé.",
        Waiting = "en attente",
        BeingSent = "en cours d’envoi",
        Sent = "acceptés",
        Failed = "refusés pour de bon",
        Unknown = "inconnus",
        Withdrawn = "retirés",
        Trail = "Ce qui a été fait à ce numéro, et par qui",
        States = new Dictionary<IssueState, string>
        {
            [IssueState.Draft] = "brouillon",
            [IssueState.Approved] = "approuvé",
            [IssueState.Queued] = "en file",
            [IssueState.Sending] = "en cours d’envoi",
            [IssueState.Paused] = "en pause",
            [IssueState.Held] = "retenu",
            [IssueState.Sent] = "envoyé",
            [IssueState.Cancelled] = "abandonné",
        },
    };
}
