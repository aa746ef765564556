namespace Newsletter.Review;

/// <param name="Blocking">What is wrong in the message itself; nothing goes out with any of these.</param>
/// <param name="Warnings">What a person should know before it goes.</param>
/// <param name="HtmlBytes">Of the HTML part as a reader receives it.</param>
internal sealed record PreflightReport(IReadOnlyList<Finding> Blocking, IReadOnlyList<Finding> Warnings, int HtmlBytes)
{
    /// <summary>What the template does by its shape, and nobody need mend.</summary>
    public IReadOnlyList<Finding> Notes { get; init; } = [];

    /// <summary>SHA-256 of what would be frozen, hexadecimal: what a person has looked at, and what is approved, are the same.</summary>
    public string Hash { get; init; } = "";

    public bool Passes => Blocking.Count == 0;
}
