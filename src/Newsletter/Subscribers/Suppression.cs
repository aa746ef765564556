using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>An address, or a whole domain, that receives nothing from any publication.</summary>
internal sealed class Suppression
{
    // For EF.
    private Suppression() { }

    private Suppression(string target, SuppressionSource source, string reason, DateTimeOffset now) =>
        (Target, Source, Reason, At) = (target, source, Reasoned(reason), now);

    public long Id { get; private set; }

    /// <summary>
    /// An <see cref="EmailAddress.Key"/>, <c>@</c> and a domain as a lower-case A-label, or the
    /// <see cref="SuppressionHash"/> of one who was erased. Unique.
    /// </summary>
    public string Target { get; private set; } = "";

    public SuppressionSource Source { get; private set; } = SuppressionSource.Staff;

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <param name="target">An address, or <c>@domain</c>.</param>
    /// <exception cref="Refusal">It is neither.</exception>
    public static Suppression Of(
        string target,
        string reason,
        DateTimeOffset now,
        SuppressionSource source = SuppressionSource.Staff
    ) => new(TargetOf(target), source, reason, now);

    /// <summary>Keeps what staff import from bringing back one who was erased; they themselves can come back.</summary>
    /// <param name="hash">Of their address.</param>
    public static Suppression OfErased(string hash, DateTimeOffset now) =>
        new(hash, SuppressionSource.Reader, "erased at the reader's wish", now);

    /// <summary>The address, and the words that may name it, are erased; that nothing may go to it stays.</summary>
    public void Forget(string hash) => (Target, Reason) = (hash, "suppressed before it was erased");

    /// <summary>The form in which <paramref name="target"/> is kept and compared.</summary>
    public static string TargetOf(string target)
    {
        var value = target.Trim();
        return value.StartsWith('@') ? "@" + EmailAddress.Parse("any" + value).Domain : EmailAddress.Parse(value).Key;
    }

    private static string Reasoned(string reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? throw new Refusal(
                "A suppression needs a reason (--reason), so that people know later why nobody is mailed."
            )
            : reason.Trim();
}
