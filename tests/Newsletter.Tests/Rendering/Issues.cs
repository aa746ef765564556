using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Tests.Rendering;

/// <summary>Builds what rendering takes, and renders it with the templates of the project.</summary>
internal static class Issues
{
    public static TemplateFolder Templates { get; } = new(Path.Combine(AppContext.BaseDirectory, "templates"));

    public static RenderedIssue Render(RenderInput input) => new IssueRenderer(Templates).Render(input);

    public static PublicationInput Publication(string language = "fr") =>
        new(
            language == "fr" ? "La Lettre des marées" : "The Tidal Letter",
            "Association des marées",
            language,
            "Europe/Paris",
            "12, quai des Brumes\n29200 Brest\nFrance",
            Theme.Default
        );

    public static RenderInput Of(string language, params ColumnInput[] columns) =>
        new(
            "default",
            Publication(language),
            new IssueInput(
                12,
                null,
                null,
                new DateTimeOffset(2026, 11, 26, 7, 0, 0, TimeSpan.Zero),
                "https://lettre.example.org/i/12"
            ),
            columns
        );

    public static ColumnInput Column(string title, params Block[] blocks) =>
        new(1, title, [], [], blocks, null, null, null);

    public static Block.Paragraph P(params Inline[] content) => new(content);

    public static Block.Paragraph P(string text) => new(T(text));

    public static IReadOnlyList<Inline> T(string text) => [new Inline.Text(text)];

    public static Inline.Link A(string address, string text) => new(address, T(text));

    public static Block.Heading H(int level, string text) => new(level, T(text));

    public static TableCell Cell(string text, CellAlignment alignment = CellAlignment.Start) => new(T(text), alignment);

    public static Block.BulletedOrNumbered List(params Block[][] items) =>
        new(Numbered: false, 1, [.. items.Select(content => new ListItem(content))]);

    public static string Sentences(int count) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, count)
                .Select(n =>
                    $"La mer monte de {n + 3} centimètres chaque décennie et les digues du port attendent leur tour."
                )
        );
}
