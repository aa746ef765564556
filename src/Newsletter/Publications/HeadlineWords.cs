namespace Newsletter.Publications;

/// <summary>What fills a <see cref="HeadlinePattern"/>.</summary>
/// <param name="Title">Of the lead.</param>
/// <param name="Count">How many columns.</param>
internal sealed record HeadlineWords(string Publication, string Number, string Date, string Title, string Count)
{
    /// <summary>The most characters that an inbox keeps.</summary>
    public const int Longest = 300;
}
