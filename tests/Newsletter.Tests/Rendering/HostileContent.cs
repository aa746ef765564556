using Newsletter.Columns;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>Content that wants to break a layout, or to get out of it.</summary>
internal static class HostileContent
{
    public static ColumnInput HostileText() =>
        Column(
            "<script>alert(\"1\")</script> & \"co\" 🎉",
            P("<script>alert('x')</script> </td></table> --> {{ 7*7 }} &amp; <!-- hm -->"),
            P(
                "👩‍👩‍👧‍👦 漢字かな交じり文が長く続くと、どこで折り返すのかが問題になる。それは空白がないからである。漢字かな交じり文が長く続くと困る。"
            ),
            P([
                new Inline.Link("javascript:alert(1)", T("run")),
                new Inline.Text(" "),
                new Inline.Link("https://example.org/\"onmouseover=\"x", T("over")),
                new Inline.Link("https://example.org/empty", []),
                new Inline.Link("http://example.org/plain", T("plain")),
            ]),
            new Block.PullQuote(T("  ")),
            new Block.Figure(new Picture("https://example.org/a.png", "\"><script>", null, null), []),
            new Block.Embed("ftp://example.org/x", null, null),
            new Block.Embed("https://www.example.org/" + new string('e', 300), "A <b>title</b>", null)
        ) with
        {
            Authors = [new Byline("<i>Eve</i>", "\"><x>"), new Byline("\u202Eevil")],
        };

    public static Inline[] LongLink() =>
        [
            new Inline.Text("See "),
            A("https://example.org/" + new string('y', 500), "https://example.org/" + new string('y', 500)),
            new Inline.Text(" and "),
            A("https://example.org/" + new string('z', 200), "this page"),
            new Inline.Text("."),
        ];

    public static Block.CodeListing LongCode() =>
        new(new string('c', 500) + "\n" + string.Join(' ', Enumerable.Repeat("word", 100)), null);

    public static Block Nested(int depth) =>
        depth == 0
            ? P("Au fond de la liste, où il reste peu de place.")
            : List([P($"Niveau {depth} de la liste"), Nested(depth - 1)], [P("Voisin")]);

    public static Block NestedQuotes(int depth) =>
        depth == 0
            ? P("Au fond de la citation, où il reste peu de place.")
            : new Block.Quotation([P("Dit-on"), NestedQuotes(depth - 1)]);

    public static Block.Table WideTable(int columns) =>
        new(
            [.. Enumerable.Range(1, columns).Select(n => Cell($"Colonne numéro {n}"))],
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(row =>
                        (IReadOnlyList<TableCell>)
                            [
                                .. Enumerable
                                    .Range(1, columns)
                                    .Select(n => Cell($"Extraordinairement {row * n}", (CellAlignment)(n % 3))),
                            ]
                    ),
            ],
            T("Beaucoup de colonnes")
        );

    public static Block.Table NoHeader() =>
        new(
            [],
            [
                [Cell("Brest"), Cell("7")],
                [Cell("Le Havre"), Cell("8")],
            ],
            []
        );

    public static Block.Table BigTable() =>
        new(
            [Cell("Port"), Cell("Low"), Cell("High")],
            [
                .. Enumerable
                    .Range(0, 300)
                    .Select(n =>
                        (IReadOnlyList<TableCell>)
                            [Cell($"Harbour {n}"), Cell($"{n % 7}.25 m"), Cell($"{n % 7 + 5}.75 m")]
                    ),
            ],
            []
        );

    public static Block[] Pictures() =>
        [
            P("Des images."),
            new Block.Figure(new Picture("https://example.org/a.jpg", "", 300, 200), []),
            new Block.Figure(new Picture("https://example.org/b.jpg", "IMG_2041.jpg"), T("Une légende")),
            new Block.Figure(new Picture("http://example.org/c.jpg", "Une vue du port", 800, 600), T("Vue")),
            new Block.Figure(new Picture("data:image/png;base64,AAAA", "Un dessin"), []),
            new Block.Figure(new Picture("https://example.org/d.webp", "Un bateau"), []),
            new Block.Figure(new Picture("local/e.jpg", "", 10, 10), []),
            new Block.Figure(new Picture("https://example.org/f.svg?x=1", ""), []),
            P("Fin des images."),
        ];
}
