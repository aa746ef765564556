namespace Newsletter.Tests.Rendering.Rules;

/// <summary>One rule of what an email must be, and a fault that it must see.</summary>
/// <param name="Number">H: of the HTML; T: of the text part; M: of the message. A number is never given twice.</param>
/// <param name="Section">Where the rules of an email say so.</param>
/// <param name="Faults">What breaks the rule in a mail; nothing where it is kept.</param>
/// <param name="Plant">Breaks the rule in a good mail.</param>
internal sealed record Rule<T>(
    string Number,
    string Section,
    string Name,
    Func<T, IEnumerable<string>> Faults,
    Func<string, string> Plant
)
{
    /// <summary>For which mails it holds: not every reader has something to leave or to look at in a browser.</summary>
    public MailKinds For { get; init; } = MailKinds.Every;

    public override string ToString() => $"{Number} ({Section}) {Name}";
}
