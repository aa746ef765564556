namespace Newsletter.Tests.Rendering.Rules;

/// <summary>One rule of what an email must be, and a fault that it must see.</summary>
/// <param name="Faults">What breaks the rule in a mail; nothing where it is kept.</param>
/// <param name="Plant">Breaks the rule in a good mail.</param>
internal sealed record Rule<T>(
    string Group,
    string Name,
    Func<T, IEnumerable<string>> Faults,
    Func<string, string> Plant
)
{
    public override string ToString() => $"{Group}: {Name}";
}
