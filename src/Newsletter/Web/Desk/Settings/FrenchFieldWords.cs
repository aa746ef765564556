namespace Newsletter.Web.Desk;

/// <summary>What the settings of a publication are called in French.</summary>
internal static class FrenchFieldWords
{
    public static FieldWords Words { get; } =
        new(
            new(StringComparer.Ordinal)
            {
                ["slug"] = (
                    "Nom court",
                    "Il figure dans les adresses et ne change plus : minuscules, chiffres et traits d’union."
                ),
                ["title"] = ("Titre", "Le nom que connaissent les lecteurs."),
                ["from"] = ("Expéditeur", "Sous la forme Nom <nom@example.org>."),
                ["reply-to"] = ("Les réponses vont à", "Une adresse ; vide pour l’expéditeur."),
                ["language"] = ("Langue", "Deux lettres, par exemple fr : elle décide de la typographie et des mots."),
                ["timezone"] = ("Fuseau horaire", "Celui du calendrier et des dates, par exemple Europe/Paris."),
                ["postal"] = (
                    "Adresse postale",
                    "Elle figure au pied de chaque message ; les lecteurs et la loi l’attendent."
                ),
                ["template"] = ("Modèle", null),
                ["accent"] = ("Couleur des liens et des boutons", null),
                ["background"] = ("Couleur autour de la colonne", null),
                ["paper"] = ("Couleur du papier", null),
                ["ink"] = ("Couleur du texte", null),
                ["quiet-ink"] = ("Couleur de ce qui entoure le texte", null),
                ["heading-font"] = (
                    "Polices des titres",
                    "La première dont dispose le lecteur est prise ; la dernière est serif, sans-serif ou monospace."
                ),
                ["text-font"] = ("Polices du texte", null),
                ["small-font"] = ("Polices des signatures, des légendes et du pied", null),
                ["width"] = ("Largeur de la colonne", "En pixels, de 480 à 640."),
                ["logo"] = (
                    "Logo",
                    "L’adresse d’une image, suivie de sa taille si vous voulez la choisir : https://example.org/logo.png 240x80. Vide pour écrire le titre."
                ),
                ["sign-up"] = ("Inscription", null),
                ["sentence"] = (
                    "Ce que les lecteurs acceptent en s’inscrivant",
                    "Mot pour mot, comme le formulaire le montre ; vide pour la phrase de la langue."
                ),
                ["welcome"] = ("Message à ceux qui ont confirmé", null),
                ["goodbye"] = ("Message à ceux qui sont partis", null),
                ["bounce"] = (
                    "Domaine des retours",
                    "Le domaine auquel reviennent les avis d’échec, par exemple bounce.example.org ; vide : ils vont à l’expéditeur."
                ),
                ["unknown"] = ("Un message dont on ignore s’il a été pris", null),
                ["retries"] = (
                    "Attentes après un refus passager",
                    "Par exemple 5m,15m,45m,2h,4h,… où … répète la dernière ; vide pour celles de l’installation."
                ),
                ["give-up"] = (
                    "Durée des essais d’un message",
                    "Par exemple 4d, 12h ou 90m ; vide pour celle de l’installation."
                ),
                ["schedule"] = (
                    "Calendrier",
                    "Un cron Quartz : seconde, minute, heure, jour du mois, mois, jour de la semaine. Vide : les numéros se font à la main."
                ),
                ["quiet"] = (
                    "Jours sans numéro",
                    "Pour tous les rythmes : pays dont les jours fériés comptent, jours (12-24), périodes (2026-08-01/2026-08-21), séparés par des virgules ; none pour aucun."
                ),
                ["on-quiet"] = ("Le numéro d’un tel jour", null),
                ["categories"] = (
                    "Seulement les articles de ces rubriques",
                    "Des noms séparés par des virgules ; all pour toutes."
                ),
                ["authors"] = (
                    "Seulement les articles de ces auteurs",
                    "Des noms séparés par des virgules ; all pour tous."
                ),
                ["languages"] = (
                    "Seulement les articles dans ces langues",
                    "Deux lettres pour chacune, séparées par des virgules ; all pour toutes."
                ),
                ["minimum"] = ("Articles qu’il faut à un numéro", null),
                ["maximum"] = ("Articles qu’un numéro prend au plus", "Un nombre, ou none pour aucune limite."),
                ["order"] = ("Ordre", null),
                ["too-few"] = ("Avec moins d’articles qu’il n’en faut", null),
                ["lead"] = ("Part montrée du premier article", null),
                ["others"] = ("Part montrée des autres", null),
                ["subject-pattern"] = (
                    "Objet des numéros",
                    $"Des mots et des places : {Newsletter.Publications.HeadlinePattern.Places}. Vide : les articles le font."
                ),
                ["preheader-pattern"] = ("Accroche des numéros", "Comme l’objet."),
                ["approval"] = ("Un numéro part", null),
                ["draft-before"] = ("Son brouillon se fait si longtemps avant", "Par exemple 24h ou 90m, ou off."),
                ["missed"] = ("Une heure à laquelle rien ne tournait", null),
                ["kind"] = ("De quelle sorte", null),
                ["address"] = ("Adresse", "Du site ou du flux ; pour un dossier, son chemin sur cette machine."),
                ["since"] = ("Mettre de côté ce qui est antérieur au", "Un jour comme 2026-11-30 ; vide pour aucun."),
                ["pages"] = ("Là où le flux ne tient qu’un extrait", null),
            },
            new(StringComparer.Ordinal)
            {
                ["sign-up open"] = "ouverte à tous",
                ["sign-up closed"] = "fermée : l’équipe ajoute les lecteurs",
                ["welcome off"] = "aucun",
                ["welcome on"] = "un mot de bienvenue",
                ["welcome latest"] = "un mot de bienvenue avec le dernier numéro",
                ["goodbye off"] = "aucun",
                ["goodbye on"] = "un mot d’adieu",
                ["unknown send-again"] = "est envoyé de nouveau",
                ["unknown hold"] = "attend une personne",
                ["on-quiet skip"] = "est laissé de côté ; ses articles attendent",
                ["on-quiet move"] = "part le premier jour ordinaire qui suit",
                ["order arrival"] = "comme ils sont arrivés",
                ["order oldest"] = "le plus ancien d’abord",
                ["order newest"] = "le plus récent d’abord",
                ["order hand"] = "comme rangés à la main",
                ["order lead"] = "le premier à la main, les autres par date, le plus récent d’abord",
                ["too-few skip"] = "ils attendent le numéro suivant",
                ["too-few send"] = "le numéro part quand même",
                ["lead template"] = "comme le modèle",
                ["lead whole"] = "tout",
                ["lead excerpt"] = "un extrait",
                ["others template"] = "comme le modèle",
                ["others whole"] = "tout",
                ["others excerpt"] = "un extrait",
                ["approval schedule"] = "de lui-même à son heure",
                ["approval person"] = "seulement si une personne l’a approuvé avant",
                ["approval second"] =
                    "seulement si une autre personne que la dernière à l’avoir modifié l’a approuvé avant",
                ["missed make-up"] = "est rattrapée",
                ["missed skip"] = "est abandonnée",
                ["kind wordpress"] = "un site WordPress",
                ["kind feed"] = "un flux (RSS, Atom, JSON Feed)",
                ["kind folder"] = "un dossier sur cette machine",
                ["pages off"] = "l’extrait est pris",
                ["pages on"] = "la page complète est lue",
            }
        );
}
