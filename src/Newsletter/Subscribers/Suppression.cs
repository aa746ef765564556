using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>An address, or a whole domain, that receives nothing from any publication.</summary>
internal sealed class Suppression
{
    // For EF.
    private Suppression() { }

    private Suppression(string target, string reason, DateTimeOffset now) =>
        (Target, Reason, At) = (target, Reasoned(reason), now);

    public long Id { get; private set; }

    /// <summary>An <see cref="EmailAddress.Key"/>, or <c>@</c> and a domain as a lower-case A-label. Unique.</summary>
    public string Target { get; private set; } = "";

    public SuppressionSource Source { get; private set; } = SuppressionSource.Staff;

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <param name="target">An address, or <c>@domain</c>.</param>
    /// <exception cref="Refusal">It is neither.</exception>
    public static Suppression Of(string target, string reason, DateTimeOffset now) =>
        new(TargetOf(target), reason, now);

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
