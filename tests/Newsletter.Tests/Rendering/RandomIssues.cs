using CsCheck;
using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.RandomWords;

namespace Newsletter.Tests.Rendering;

/// <summary>Issues of random columns, and mails of random words that are no issue.</summary>
internal static class RandomIssues
{
    private static readonly Gen<Byline> s_author = Gen.Select(
        Text,
        TextOrNothing,
        RandomBlocks.Picture,
        Gen.Bool,
        (name, role, portrait, isPictured) => new Byline(name, role, isPictured ? portrait : null)
    );

    private static readonly Gen<string> s_language = AnyOf("fr", "en");

    private static readonly Gen<ColumnInput> s_column = Gen.Select(
        Text,
        RandomBlocks.Run,
        s_author.Array[0, 5],
        RandomBlocks.Blocks,
        AnyOf<string?>(null, null, null, "en", "fr", "he"),
        Gen.OneOf(Gen.Const((string?)null), Address.Select(address => (string?)address)),
        (title, standfirst, authors, blocks, language, address) =>
            new ColumnInput(1, title, standfirst, authors, blocks, language, new DateOnly(2026, 11, 1), address)
    );

    public static Gen<RenderInput> All { get; } =
        Gen.Select(
            s_column.Array[1, 3],
            s_language,
            (columns, language) =>
                Issues.Of(language, [.. columns.Select((column, place) => column with { Id = place + 1 })])
        );

    /// <summary>The publisher is the one that the rules look for; everything around the name is random.</summary>
    public static Gen<ServiceCase> ServiceMails { get; } =
        Gen.Select(
            AnyOf("fr", "en", "ar"),
            Text,
            TextOrNothing,
            TextOrNothing,
            Text,
            Gen.Int[0, 2],
            (language, title, sentence, name, sender, kind) =>
                new ServiceCase(
                    Issues.Publication(language) with
                    {
                        Title = $"{title} x",
                        SenderName = $"Association des marées {sender}",
                        Theme =
                            kind == 0
                                ? Theme.Default with
                                {
                                    Logo = new("https://lettre.example.org/l.png", 240, 80),
                                }
                                : Theme.Default,
                    },
                    IsAboutMarkup: true
                )
                {
                    Sentence = sentence,
                    ReaderName = name,
                    LatestUrl = kind == 1 ? null : "https://lettre.example.org/i/11",
                }
        );
}
