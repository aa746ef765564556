using System.Collections.Frozen;

namespace Newsletter.Subscribers.Importing;

/// <summary>Words for a reader's state that mean in one system what they need not mean elsewhere.</summary>
internal static class SystemWords
{
    private static readonly FrozenDictionary<(SourceSystem System, string Word), Verdict> Words = new Dictionary<
        (SourceSystem, string),
        Verdict
    >
    {
        // Our own export tells apart what other systems throw together.
        [(SourceSystem.Newsletter, "paused")] = Verdict.Paused,
        [(SourceSystem.Newsletter, "bounced")] = Verdict.Bounced,
        // Those who pay, or paid, and receive mail; "unpaid" may have got nothing yet, and is pending.
        [(SourceSystem.Buttondown, "regular")] = Verdict.Active,
        [(SourceSystem.Buttondown, "premium")] = Verdict.Active,
        [(SourceSystem.Buttondown, "gifted")] = Verdict.Active,
        [(SourceSystem.Buttondown, "trialed")] = Verdict.Active,
        [(SourceSystem.Buttondown, "churning")] = Verdict.Active,
        [(SourceSystem.Buttondown, "pastdue")] = Verdict.Active,
        // A pause of what they pay; they stay subscribed.
        [(SourceSystem.Buttondown, "paused")] = Verdict.Active,
        // Unsubscribed, in its words.
        [(SourceSystem.Beehiiv, "inactive")] = Verdict.Left,
        // Its check found that the address takes no mail.
        [(SourceSystem.Beehiiv, "invalid")] = Verdict.Dead,
    }.ToFrozenDictionary();

    // "No" in a column that says who may not be mailed: with these it is the only word for one who may.
    private static readonly FrozenSet<(SourceSystem, string)> Inverted = FrozenSet.Create(
        (SourceSystem.Substack, "emaildisabled"),
        (SourceSystem.Brevo, "emailblacklisted")
    );

    public static Verdict? OrNull(SourceSystem system, string word) =>
        Words.TryGetValue((system, word), out var verdict) ? verdict : null;

    public static bool IsInverted(SourceSystem system, string column) => Inverted.Contains((system, column));
}
