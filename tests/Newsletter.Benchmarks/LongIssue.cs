using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Benchmarks;

/// <summary>An issue of long columns, some 12,000 characters each.</summary>
internal static class LongIssue
{
    public static string Templates { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>One of the columns as a file: a message of some 30 KB.</summary>
    public static string Markdown { get; } =
        "# Les marées montent-elles ?\n\n"
        + string.Concat(
            Enumerable
                .Range(1, 24)
                .Select(place =>
                    $"La mer monte de {place} centimètres chaque décennie, et les digues du port attendent leur tour ; c'est l'avis de [l'ingénieure du port](https://example.org/avis/{place}) : « il faudra choisir », dit-elle. Les bateaux, eux, n'attendent pas, et le quai non plus !\n\n"
                )
        );

    public static RenderInput Of(int columns) =>
        new(
            "default",
            new PublicationInput(
                "La Lettre des marées",
                "Association des marées",
                "fr",
                "Europe/Paris",
                "12, quai des Brumes\n29200 Brest",
                Theme.Default
            ),
            new IssueInput(12, null, null, DateTimeOffset.UnixEpoch, "https://lettre.example.org/i/12"),
            [.. Enumerable.Range(1, columns).Select(Column)]
        );

    private static ColumnInput Column(int number) =>
        new(
            number,
            $"Les marées montent-elles ? ({number})",
            Words("Une enquête sur « la mer », ses ports et leurs digues..."),
            [new Byline("Ana Martin", "reporter"), new Byline("Bo Lind", null)],
            [.. Enumerable.Range(0, 40).SelectMany(Piece)],
            "fr",
            Date: null,
            $"https://lettre.example.org/c/{number}"
        );

    private static IEnumerable<Block> Piece(int place)
    {
        yield return new Block.Paragraph([
            .. Words(
                $"La mer monte de {place} centimètres chaque décennie, et les digues du port attendent leur tour ; c'est l'avis de "
            ),
            new Inline.Link($"https://example.org/avis/{place}", Words("l'ingénieure du port")),
            .. Words(" : « il faudra choisir », dit-elle. Les bateaux, eux, n'attendent pas, et le quai non plus!"),
        ]);
        if (place % 8 == 0)
            yield return new Block.Heading(2, Words("Ce que disent les chiffres"));
        if (place % 10 == 0)
            yield return new Block.PullQuote(Words("Il faudra choisir."), "Ana Martin");
        if (place % 12 == 0)
            yield return new Block.BulletedOrNumbered(
                Numbered: false,
                1,
                [.. Enumerable.Range(0, 4).Select(n => new ListItem([new Block.Paragraph(Words($"Le port n° {n}"))]))]
            );
    }

    private static IReadOnlyList<Inline> Words(string text) => [new Inline.Text(text)];
}
