using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering;

/// <summary>A mail that is no issue, whatever its kind, and the reader it goes to.</summary>
/// <param name="IsAboutMarkup">Its words hold tags, braces or shortcodes on purpose.</param>
internal sealed record ServiceCase(PublicationInput Publication, bool IsAboutMarkup = false)
{
    public string? Sentence { get; init; }

    public string? LatestUrl { get; init; }

    public string? LatestTitle { get; init; }

    public string? ReaderName { get; init; }

    public ServiceMailInput Input(ServiceMailKind kind) =>
        new(kind, Publication, Sentence, LatestUrl) { LatestTitle = LatestTitle };

    /// <summary>All that there can be: a logo, a sentence, an issue to read, a name.</summary>
    public static ServiceCase Full(string language, string title, string sentence, string name) =>
        new(
            Issues.Publication(language) with
            {
                Title = title,
                Theme = Theme.Default with { Logo = new("https://lettre.example.org/logo.png", 240, 80) },
            }
        )
        {
            Sentence = sentence,
            LatestUrl = "https://lettre.example.org/i/11",
            LatestTitle = title,
            ReaderName = name,
        };
}
