using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages.Bylines;

/// <summary>Whether the line under a name says what that person is. Signs are counted, and several must agree.</summary>
internal static partial class RoleShape
{
    private const int Longest = 140;
    private const int MostWords = 20;
    private const int Enough = 3;

    private static readonly FrozenSet<string> Words = (
        "directeur directrice délégué déléguée président présidente vice-président vice-présidente fondateur fondatrice cofondateur cofondatrice co-fondateur co-fondatrice rédacteur rédactrice journaliste consultant consultante avocat avocate professeur professeure maître maîtresse chercheur chercheuse ingénieur ingénieure responsable chef cheffe secrétaire trésorier trésorière administrateur administratrice membre associé associée gérant gérante pdg dg dga dsi drh daf auteur autrice auteure écrivain écrivaine député députée sénateur sénatrice maire ministre expert experte analyste architecte économiste sociologue historien historienne philosophe politologue docteur doctorant doctorante étudiant étudiante médecin juriste notaire entrepreneur entrepreneuse chroniqueur chroniqueuse correspondant correspondante coordinateur coordinatrice animateur animatrice conseiller conseillère chargé chargée attaché attachée porte-parole enseignant enseignante bénévole adhérent adhérente préfet ambassadeur ambassadrice collaborateur collaboratrice éditorialiste envoyé envoyée dessinateur photographe "
        + "ceo cto cfo coo cio ciso cmo vp chief officer director manager president vice-president chair chairman chairwoman chairperson founder co-founder cofounder editor writer reporter journalist correspondent columnist contributor professor lecturer researcher fellow engineer developer analyst architect partner lawyer attorney secretary treasurer head lead senior member author blogger photographer spokesperson spokesman spokeswoman minister senator mp mep economist historian sociologist scientist physicist physician teacher student advisor adviser advocate evangelist strategist designer entrepreneur executive administrator coordinator specialist expert novelist essayist poet critic staff guest "
        + "geschäftsführer geschäftsführerin redakteur redakteurin leiter leiterin vorstand direktor direktorin autor autorin presidente fondatore fondatrice giornalista direttore direttrice director directora redactor redactora presidenta periodista jornalista diretor diretora directeur hoofdredacteur voorzitter journalist"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Names(string text) => Word().Matches(text).Any(match => Words.Contains(match.Value));

    /// <summary>Where in the line the first word stands that says a role; -1 where none does.</summary>
    public static int Start(string text) =>
        Word().Matches(text).FirstOrDefault(match => Words.Contains(match.Value))?.Index ?? -1;

    /// <param name="line">The line under a name.</param>
    /// <param name="besideName">Whether no blank line stands between the two.</param>
    public static bool Is(string line, bool besideName, bool pageHasBlankLines)
    {
        if (
            line.Length is < 2 or > Longest
            || line.Split(' ').Length > MostWords
            || line[^1] is '!' or '?' or ':' or ';' or '…'
        )
            return false;
        if (!line.Any(char.IsLetter) || line.Contains("://", StringComparison.Ordinal))
            return false;
        if (DateLine.Read(line) is not null)
            return false;
        var score = 0;
        score += Names(line) ? 3 : 0;
        score += besideName && pageHasBlankLines ? 2 : 0;
        score += Belonging().IsMatch(line) ? 1 : 0;
        score += line.Length <= 60 ? 1 : 0;
        score -= line[^1] is '.' && !Abbreviation().IsMatch(line) ? 2 : 0;
        score -= Sentence().IsMatch(line) ? 4 : 0;
        return score >= Enough;
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:de|du|des|chez|à|of|at|for|von|bei|di|da)\s|\bd['’]|@",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Belonging();

    [GeneratedRegex(@"(?:\bInc|\bLtd|\bCo|\bCorp|\betc|\bS\.A|\b\p{Lu})\.$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviation();

    // A verb or a full stop within it: a sentence of the column, not what somebody is.
    [GeneratedRegex(
        @"[.!?…]\s+\p{Lu}\p{Ll}|\b(?:est|sont|était|a|ont|sera|fait|peut|doit|is|are|was|were|has|have|will|can|must|says|said)\b(?!\s*$)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Sentence();
}
