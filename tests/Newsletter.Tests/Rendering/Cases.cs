using Newsletter.Columns;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>The issues on which every rule must hold: plain ones, full ones, and those that want to break the layout.</summary>
internal static class Cases
{
    private static readonly Dictionary<string, Func<RenderInput>> s_all = new()
    {
        ["minimal"] = () => Of("fr", Column("Un titre", P("Un seul paragraphe, assez court."))),
        ["tiny"] = () => Of("en", Column("Hi", P("Hi."))),
        ["full-fr"] = () => Of("fr", Full("Les marées montent-elles ?", "fr")),
        ["full-en"] = () => Of("en", Full("Are the tides \"rising\"?", "en")),
        ["five-authors"] = () => Of("fr", Column("À cinq", P(Sentences(3))) with { Authors = FiveAuthors() }),
        ["no-author"] = () => Of("fr", Column("Sans nom", P(Sentences(3)))),
        ["hostile-words"] = () =>
            Of("en", Column(new string('W', 400), P(new string('x', 3000)), P(LongLink()), LongCode())),
        ["hostile-text"] = () => Of("en", HostileText()),
        ["arabic"] = () => Of("ar", Full("المد والجزر", "ar")),
        ["foreign-column"] = () =>
            Of(
                "fr",
                Column("Premier", P(Sentences(2))),
                Column("שלום", P("זהו טור בעברית על הגאות.")) with
                {
                    Id = 2,
                    Language = "he",
                }
            ),
        ["two-hundred-blocks"] = () =>
            Of("fr", Column("Long", [.. Enumerable.Range(0, 200).Select(n => P(Sentences(1 + (n % 3))))])),
        ["nested-lists"] = () => Of("fr", Column("Listes", Nested(14), NestedQuotes(14))),
        ["wide-table"] = () =>
            Of("fr", Column("Tableau", P(Sentences(1)), WideTable(12), WideTable(3), WideTable(4), NoHeader())),
        ["big-table"] = () => Of("en", Column("Numbers", BigTable())),
        ["skipping-levels"] = () =>
            Of(
                "fr",
                Column(
                    "Niveaux",
                    H(6, "Six"),
                    P("a"),
                    H(2, "Deux"),
                    H(5, "Cinq"),
                    H(3, "Trois"),
                    H(2, ""),
                    P("Fin du texte.")
                )
            ),
        ["control-characters"] = () =>
            Of(
                "fr",
                Column(
                    "Un\u0000 ti\r\ntre\u0007 \uE000unsubscribe_url\uE001\u2028fin",
                    P("Du\u0001 texte\uD800 et \uFFFE encore\u0085.")
                )
            ),
        ["pictures"] = () => Of("fr", Column("Images", Pictures())),
        ["several"] = () =>
            Of(
                "fr",
                Full("Premier", "fr"),
                Full("Deuxième", "fr") with
                {
                    Id = 2,
                },
                Full("Troisième", "fr") with
                {
                    Id = 3,
                }
            ),
        ["too-long"] = () =>
            Of(
                "fr",
                [
                    .. Enumerable
                        .Range(1, 8)
                        .Select(n =>
                            Column($"Colonne {n}", [.. Enumerable.Range(0, 60).Select(_ => P(Sentences(3)))]) with
                            {
                                Id = n,
                                Address = n % 2 == 0 ? null : $"https://lettre.example.org/c/{n}",
                            }
                        ),
                ]
            ),
        ["one-endless-paragraph"] = () => Of("fr", Column("Sans fin", P(Sentences(1500)))),
        ["links-only"] = () =>
            Of(
                "en",
                Column(
                    "Links",
                    P(A("https://example.org/one", "First of them")),
                    P(
                        A("https://example.org/two", "Second"),
                        new Inline.Text(" | "),
                        A("mailto:a@example.org", "a@example.org")
                    ),
                    List([P(A("https://example.org/three", "Third"))])
                )
            ),
        ["empty-column"] = () => Of("fr", Column("   ")),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static RenderInput Named(string name) => s_all[name]();

    public static ColumnInput Full(string title, string language) =>
        new(
            1,
            title,
            T("Un chapeau qui dit l'essentiel: la mer monte, et \"personne\" ne s'en occupe vraiment!"),
            [new Byline("Anne Le Goff", "océanographe"), new Byline("Jean Kermarec")],
            [
                P([
                    new Inline.Text("L'eau monte de 10 km... vraiment? "),
                    new Inline.Strong(T("Oui")),
                    new Inline.Text("! Voir "),
                    A("https://example.org/rapport?a=1&b=2", "le rapport"),
                    new Inline.NoteReference("1"),
                    new Inline.Text("."),
                ]),
                new Block.PullQuote(T("La mer ne négocie pas: elle monte."), "Anne Le Goff"),
                H(2, "Ce qui change"),
                P(Sentences(4)),
                new Block.Quotation([P("Nous avons attendu trop longtemps; il faut agir."), P("Et vite.")], "Un maire"),
                H(3, "Détails"),
                new Block.Figure(
                    new Picture("https://example.org/digue.jpg", "La digue du port, à marée haute", 1200, 800),
                    T("La digue en 2024")
                ),
                List([P("Un")], [P("Deux"), List([P("Deux bis")])], [P("Trois")]),
                new Block.BulletedOrNumbered(
                    true,
                    3,
                    [new ListItem([P("Trois")]), new ListItem([P("Quatre")], Done: true)]
                ),
                new Block.Table(
                    [Cell("Port"), Cell("Hauteur", CellAlignment.End)],
                    [
                        [Cell("Brest"), Cell("7,2", CellAlignment.End)],
                        [Cell("Douarnenez")],
                    ],
                    T("Hauteurs")
                ),
                new Block.Separator(),
                new Block.Embed("https://video.example.org/w/1", "La marée en accéléré", "PeerTube"),
                new Block.CodeListing("let x = 1; // pourquoi?\n\n\n\n\n\tif (x) { go(\"là\"); }", "js"),
                P([
                    new Inline.Emphasis(T("En bref")),
                    new Inline.Text(" H"),
                    new Inline.Subscript(T("2")),
                    new Inline.Text("O, 10"),
                    new Inline.Superscript(T("3")),
                    new Inline.LineBreak(),
                    new Inline.Strikethrough(T("barré")),
                    new Inline.Text(" et "),
                    new Inline.Code("a?b:c"),
                ]),
                new Block.Note(
                    "1",
                    [
                        P([
                            new Inline.Text("Rapport annuel, "),
                            A("https://example.org/notes", "page 12"),
                            new Inline.Text("."),
                        ]),
                    ]
                ),
                new Block.Note("2", [P("Sans renvoi.")]),
            ],
            language,
            new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero),
            "https://example.org/les-marees"
        );

    private static List<Byline> FiveAuthors() =>
        [
            .. "Ana,Bo,Chloé,Dan,Ève"
                .Split(',')
                .Select((name, n) => new Byline($"{name} Martin", n % 2 == 0 ? "reporter" : null)),
        ];

    private static ColumnInput HostileText() =>
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

    private static Inline[] LongLink() =>
        [
            new Inline.Text("See "),
            A("https://example.org/" + new string('y', 500), "https://example.org/" + new string('y', 500)),
            new Inline.Text(" and "),
            A("https://example.org/" + new string('z', 200), "this page"),
            new Inline.Text("."),
        ];

    private static Block.CodeListing LongCode() =>
        new(new string('c', 500) + "\n" + string.Join(' ', Enumerable.Repeat("word", 100)), null);

    private static Block Nested(int depth) =>
        depth == 0
            ? P("Au fond de la liste, où il reste peu de place.")
            : List([P($"Niveau {depth} de la liste"), Nested(depth - 1)], [P("Voisin")]);

    private static Block NestedQuotes(int depth) =>
        depth == 0
            ? P("Au fond de la citation, où il reste peu de place.")
            : new Block.Quotation([P("Dit-on"), NestedQuotes(depth - 1)]);

    private static Block.Table WideTable(int columns) =>
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

    private static Block.Table NoHeader() =>
        new(
            [],
            [
                [Cell("Brest"), Cell("7")],
                [Cell("Le Havre"), Cell("8")],
            ],
            []
        );

    private static Block.Table BigTable() =>
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

    private static Block[] Pictures() =>
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
