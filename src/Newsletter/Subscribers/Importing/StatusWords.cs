using System.Collections.Frozen;

namespace Newsletter.Subscribers.Importing;

/// <summary>What other systems' words for a reader's state mean here. A word that is not listed means pending.</summary>
internal static class StatusWords
{
    private static readonly FrozenDictionary<string, Verdict> Words = new Dictionary<string, Verdict>
    {
        ["subscribed"] = Verdict.Active,
        ["active"] = Verdict.Active,
        ["confirmed"] = Verdict.Active,
        ["enabled"] = Verdict.Active,
        ["optedin"] = Verdict.Active,
        ["abonne"] = Verdict.Active,
        ["abonnee"] = Verdict.Active,
        ["actif"] = Verdict.Active,
        ["inscrit"] = Verdict.Active,
        ["inscrite"] = Verdict.Active,
        ["confirme"] = Verdict.Active,
        ["unsubscribed"] = Verdict.Left,
        ["unsubscribe"] = Verdict.Left,
        ["optedout"] = Verdict.Left,
        ["optout"] = Verdict.Left,
        ["removed"] = Verdict.Left,
        ["desabonne"] = Verdict.Left,
        ["desabonnee"] = Verdict.Left,
        ["desinscrit"] = Verdict.Left,
        ["desinscrite"] = Verdict.Left,
        ["cleaned"] = Verdict.Dead,
        ["bounced"] = Verdict.Dead,
        ["hardbounced"] = Verdict.Dead,
        ["hardbounce"] = Verdict.Dead,
        ["blocklisted"] = Verdict.Dead,
        ["blacklisted"] = Verdict.Dead,
        ["blocked"] = Verdict.Dead,
        ["disabled"] = Verdict.Left,
        ["unreachable"] = Verdict.Dead,
        ["undeliverable"] = Verdict.Dead,
        ["complained"] = Verdict.Complained,
        ["spam"] = Verdict.Complained,
        ["suppressed"] = Verdict.Dead,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Yes = FrozenSet.Create(
        "true",
        "yes",
        "y",
        "1",
        "t",
        "oui",
        "vrai",
        "x",
        "on"
    );
    private static readonly FrozenSet<string> No = FrozenSet.Create(
        "false",
        "no",
        "n",
        "0",
        "f",
        "non",
        "faux",
        "null",
        "off"
    );

    /// <summary>
    /// How much a verdict binds where a row says several: what forbids mail wins over all else, and what is not
    /// understood over what permits it.
    /// </summary>
    public static int Weight(Verdict verdict) =>
        verdict is Verdict.Active or Verdict.Paused ? (int)Verdict.Unsaid : (int)verdict;

    /// <summary>The meaning of a status column's cell.</summary>
    public static Verdict Of(string cell, SourceSystem system = SourceSystem.Csv)
    {
        var word = HeaderWords.Folded(cell);
        return word.Length == 0
            ? Verdict.Unsaid
            : SystemWords.OrNull(system, word) ?? Words.GetValueOrDefault(word, Verdict.Pending);
    }

    /// <summary>The meaning of a column that asks "may receive mail?".</summary>
    public static Verdict OfConsenting(string cell)
    {
        var word = HeaderWords.Folded(cell);
        return word.Length == 0 ? Verdict.Unsaid
            : Yes.Contains(word) ? Verdict.Active
            : No.Contains(word) ? Verdict.Left
            : Of(cell);
    }

    /// <summary>
    /// The meaning of a column that holds something, a date or a yes, only where the reader is
    /// <paramref name="verdict"/>.
    /// </summary>
    /// <param name="cell">As the file has it.</param>
    /// <param name="verdict">What the column says of those for whom it holds something.</param>
    /// <param name="inverted">A plain "no" says that the reader may be mailed.</param>
    public static Verdict OfMark(string cell, Verdict verdict, bool inverted = false)
    {
        var word = HeaderWords.Folded(cell);
        return word.Length == 0 ? Verdict.Unsaid
            : !No.Contains(word) ? verdict
            : inverted && word != "null" ? Verdict.Active
            : Verdict.Unsaid;
    }
}
