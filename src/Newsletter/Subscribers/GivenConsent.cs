namespace Newsletter.Subscribers;

/// <summary>How a person agreed to receive a publication.</summary>
internal sealed record GivenConsent
{
    /// <param name="how">From where it came, such as "command line".</param>
    /// <param name="sentence">What the reader agreed to, or how staff say that they agreed.</param>
    /// <exception cref="Refusal">The sentence is empty: nothing would be proved by it.</exception>
    public GivenConsent(string how, string? sentence) => (How, Sentence) = (how, Said(sentence));

    public string How { get; }

    public string Sentence { get; }

    public static string Said(string? sentence) =>
        string.IsNullOrWhiteSpace(sentence)
            ? throw new Refusal(
                "Consent is empty; say how and when these people agreed, such as --consent \"paper form, 12 March 2026\"."
            )
            : sentence.Trim();
}
