using Newsletter.Columns;
using Newsletter.Publications;
using Newsletter.Rendering;

namespace Newsletter.Hosting.Diagnosis;

/// <summary>An issue that holds every kind of block, so that rendering it shows a mistake in any part.</summary>
internal static class SampleIssue
{
    public static RenderInput Of(string template) =>
        new(
            template,
            new PublicationInput("Sample", "Sample", "en", "Etc/UTC", "1 Sample Street", Theme.Default),
            new IssueInput(1, Subject: null, Preheader: null, DateTimeOffset.UnixEpoch, "https://example.org/sample/1"),
            [
                new ColumnInput(
                    1,
                    "A sample column",
                    Words("A standfirst."),
                    [new Byline("A. Author", "Editor")],
                    Blocks(),
                    "en",
                    Date: null,
                    Address: null
                ),
            ]
        );

    private static IReadOnlyList<Block> Blocks() =>
        [
            new Block.Paragraph(Words("A paragraph.")),
            new Block.Heading(2, Words("A heading")),
            new Block.PullQuote(Words("A pull quote.")),
            new Block.Quotation([new Block.Paragraph(Words("A quotation."))], "Somebody"),
            new Block.BulletedOrNumbered(Numbered: false, 1, [new ListItem([new Block.Paragraph(Words("An item."))])]),
            new Block.Figure(
                new Picture("https://example.org/picture.png", "A picture", 600, 400),
                Words("A caption.")
            ),
            new Block.Table(
                [new TableCell(Words("Head"))],
                [
                    [new TableCell(Words("Cell"))],
                ],
                []
            ),
            new Block.Separator(),
            new Block.Embed("https://example.org/video", "A video", "example.org"),
            new Block.CodeListing("a = 1", Language: null),
            new Block.Note("1", [new Block.Paragraph(Words("A note."))]),
        ];

    private static IReadOnlyList<Inline> Words(string text) => [new Inline.Text(text)];
}
