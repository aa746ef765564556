using Newsletter.Publications;

namespace Newsletter.Hosting.Demo;

/// <summary>The publications that the demonstration makes.</summary>
/// <param name="Columns">Files beside the program, the lead first.</param>
internal sealed record DemoPublication(string Slug, PublicationSettings Settings, IReadOnlyList<string> Columns)
{
    public static IReadOnlyList<DemoPublication> All { get; } =
    [
        new(
            "la-place",
            new PublicationSettings
            {
                Title = "La Place",
                From = "La Place <la-place@example.org>",
                Language = "fr",
                TimeZone = "Europe/Paris",
                PostalAddress = "3 rue des Tanneurs\n21000 Dijon",
            },
            ["le-pain-du-quartier.fr.md", "la-riviere-revient.fr.md"]
        ),
        new(
            "small-hours",
            new PublicationSettings
            {
                Title = "Small Hours",
                From = "Small Hours <small-hours@example.org>",
                Language = "en",
                TimeZone = "Europe/London",
                PostalAddress = "12 Lamp Street\nBristol BS1 4ND",
            },
            ["the-slow-library.en.md", "a-bench-in-the-rain.en.md"]
        ),
    ];
}
