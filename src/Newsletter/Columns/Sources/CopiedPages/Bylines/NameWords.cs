using System.Collections.Frozen;

namespace Newsletter.Columns.Sources.CopiedPages.Bylines;

/// <summary>Words that stand in names, and words that never do: extend these tables, not the readers.</summary>
internal static class NameWords
{
    public static FrozenSet<string> Particles { get; } =
        Set(
            "de du des la le les van von der den ten ter zu zum zur af av di da do dos das del della dello degli dei dal dalla el al bin ibn ben bint y i san santa vom op"
        );

    public static FrozenSet<string> Titles { get; } =
        Set(
            "dr dr. pr pr. prof prof. m. mm. mme mme. mmes mlle mr mr. mrs mrs. ms ms. me sir dame lord lady jr jr. sr sr. ii iii iv phd ph.d. md esq. sœur père frère general général colonel capitaine"
        );

    /// <summary>Words that head pages and sections. A line that holds one is no bare name.</summary>
    public static FrozenSet<string> NeverInNames { get; } =
        Set(
            "introduction conclusion résumé sommaire contexte rappel rappels faits analyse tribune édito éditorial édition dossier actualité actualités actu news blog article articles chronique interview entretien enquête reportage opinion opinions débat débats points question questions réponse réponses "
                + "note notes références bibliographie sources source merci bonjour bonsoir cher chère chers hello dear welcome bienvenue attention important nouveau nouveaux nouvelle nouvelles bilan enjeux perspectives annexe chapitre partie premier première deuxième dernier dernière "
                + "summary overview background context abstract contents chapter part section update updates breaking exclusive report reports reporting review reviews guide guides tutorial tips news newsletter press release announcement announcements event events "
                + "cloud computing data digital online internet web software hardware technology technologies tech business market markets marketing finance financial economy economic management strategy strategic security privacy policy policies network networks system systems service services social media mobile artificial intelligence machine learning innovation innovations "
                + "key takeaways takeaway lessons learned next steps step final thoughts thought bottom line big picture facts fact figures numbers main executive quick start getting started how why what when where who which this that these those our your my their we you they it its "
                + "the and but if for from with without about into over under after before between against during through new old first second third last best worst top more less most least very all every each some any not "
                + "is are was were be been being has have had does did could would should might must "
                + "un une l' à au aux en dans sur sous par pour avec sans entre vers chez mais ou où donc ni que qui quoi dont ce cet cette ces nos vos leur leurs notre votre est sont était été être avoir ont fait plus moins très tout tous toute toutes "
                + "france europe londres berlin bruxelles brussels états-unis usa uk germany allemagne italie italy spain espagne america american français française européen européenne european international national world global monde mondial "
                + "company inc inc. ltd llc gmbh sa sas sarl group groupe association fondation foundation institut institute université university school école club federation fédération ministère ministry commission conseil council committee comité agence agency centre center office bureau laboratoire laboratory "
                + "janvier février juillet septembre octobre novembre décembre january february july september october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday "
                + "time times day days week weeks month months year years today tomorrow yesterday now future past present change changes challenge challenges problem problems solution solutions idea ideas story stories history life work working people customers customer users user public private open source free power energy climate water health care food music film book books photo photos video videos image images galerie gallery portrait crédit credits "
                + "accueil menu contact contacts search rechercher about archives archive category categories catégorie catégories tag tags rubrique rubriques author authors auteur auteurs staff team équipe rédaction editor comments commentaires read more share partager print imprimer email abonnez-vous subscribe"
        );

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
