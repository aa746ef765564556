using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;
using static Newsletter.Tests.Rendering.HostileContent;
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
        ["portraits"] = () => Of("fr", Column("Deux", P(Sentences(3))) with { Authors = Portrayed(2) }),
        ["five-portraits"] = () => Of("ar", Column("Cinq", P(Sentences(3))) with { Authors = Portrayed(5) }),
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
        ["logo"] = () => WithLogo(Of("fr", Column("Sous le logo", P(Sentences(3))))),
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
            new DateOnly(2026, 11, 1),
            "https://example.org/les-marees"
        );

    private static RenderInput WithLogo(RenderInput input) =>
        input with
        {
            Publication = input.Publication with
            {
                Theme = Theme.Default with { Logo = new("https://lettre.example.org/logo.png", 240, 80) },
            },
        };

    private static IReadOnlyList<Byline> Portrayed(int authors) =>
        [
            .. Enumerable
                .Range(1, authors)
                .Select(n => new Byline(
                    $"Autrice Numéro-{n} de Montmorency",
                    "Vice-présidente de l’Observatoire",
                    new Picture($"https://lettre.example.org/pictures/{n}.jpg", "") { IsOurs = true }
                )),
        ];

    private static List<Byline> FiveAuthors() =>
        [
            .. "Ana,Bo,Chloé,Dan,Ève"
                .Split(',')
                .Select((name, n) => new Byline($"{name} Martin", n % 2 == 0 ? "reporter" : null)),
        ];
}
