using CsCheck;
using Newsletter.Columns;
using static Newsletter.Tests.Rendering.RandomWords;

namespace Newsletter.Tests.Rendering;

/// <summary>Blocks that nobody would write, of all kinds and in each other.</summary>
internal static class RandomBlocks
{
    private static readonly Gen<Inline> s_leaf = Gen.OneOf<Inline>(
        Text.Select(text => (Inline)new Inline.Text(text)),
        Text.Select(text => (Inline)new Inline.Text(text)),
        Text.Select(text => (Inline)new Inline.Code(text)),
        Gen.Const((Inline)new Inline.LineBreak()),
        Word.Select(label => (Inline)new Inline.NoteReference(label))
    );

    private static readonly Gen<Inline> s_inline = Gen.Select(
        Gen.Int[0, 8],
        s_leaf.Array[0, 4],
        Address,
        (kind, within, address) =>
            kind switch
            {
                0 => new Inline.Emphasis(within),
                1 => new Inline.Strong(within),
                2 => new Inline.Strikethrough(within),
                3 => new Inline.Superscript([new Inline.Text(address.Length > 20 ? "2" : address)]),
                4 => new Inline.Subscript([new Inline.Emphasis(within)]),
                5 => new Inline.Link(address, within),
                6 => new Inline.Strong([new Inline.Link(address, within)]),
                _ => within.Length > 0 ? within[0] : new Inline.Text("and"),
            }
    );

    // A picture that a page counts readers with, one that nobody measured, one that no screen holds.
    private static readonly Gen<int?> s_pixels = Gen.OneOf(
        Gen.Const((int?)null),
        AnyOf(-1, 0, 1, 2, 7, 8, 20_000, int.MaxValue).Select(pixels => (int?)pixels),
        Gen.Int[1, 3000].Select(pixels => (int?)pixels)
    );

    public static Gen<Inline[]> Run { get; } = s_inline.Array[0, 5];

    public static Gen<Picture> Picture { get; } =
        Gen.Select(
            Address,
            Text,
            s_pixels,
            s_pixels,
            Gen.Int[0, 9],
            (address, alt, width, height, kind) =>
                new Picture(kind == 0 ? "https://lettre.example.org/pictures/1.jpg" : address, alt, width, height)
                {
                    IsOurs = kind == 0,
                    Fault = kind == 1 ? "It is not there." : null,
                }
        );

    private static readonly Gen<Block> s_simple = Gen.OneOf(
        Run.Select(run => (Block)new Block.Paragraph(run)),
        Run.Select(run => (Block)new Block.Paragraph(run)),
        Gen.Select(Gen.Int[0, 9], Run, (level, run) => (Block)new Block.Heading(level, run)),
        Gen.Select(Run, TextOrNothing, (run, by) => (Block)new Block.PullQuote(run, by)),
        Gen.Select(Picture, Run, (picture, caption) => (Block)new Block.Figure(picture, caption)),
        Gen.Select(Cells(0), Cells(0).Array[0, 4], Run, Table),
        Gen.Select(Cells(14), Cells(14).Array[0, 4], Run, Table),
        Gen.Const((Block)new Block.Separator()),
        Gen.Select(
            Address,
            TextOrNothing,
            TextOrNothing,
            (address, title, by) => (Block)new Block.Embed(address, title, by)
        ),
        Text.Select(code => (Block)new Block.CodeListing(code, null))
    );

    public static Gen<Block[]> Blocks { get; } = Nested(4).Array[0, 8];

    private static Gen<Block> Nested(int depth) =>
        depth == 0
            ? s_simple
            : Gen.Select(
                Gen.Int[0, 7],
                s_simple,
                Items(depth - 1),
                Text,
                (kind, simple, items, label) =>
                    kind switch
                    {
                        0 => new Block.Quotation([.. items.SelectMany(item => item.Content)], label),
                        1 => new Block.BulletedOrNumbered(label.Length % 2 == 0, label.Length - 5, items),
                        2 => new Block.Note(label, [.. items.SelectMany(item => item.Content)]),
                        _ => simple,
                    }
            );

    private static Gen<ListItem[]> Items(int depth) =>
        Gen.Select(
            Nested(depth).Array[0, 3],
            Gen.Int[0, 5],
            (content, done) =>
                new ListItem(
                    content,
                    done switch
                    {
                        0 => true,
                        1 => false,
                        _ => null,
                    }
                )
        ).Array[0, 3];

    private static Gen<TableCell[]> Cells(int most) =>
        Gen.Select(Run, Gen.Int[0, 2], (content, alignment) => new TableCell(content, (CellAlignment)alignment)).Array[
            0,
            most
        ];

    private static Block Table(TableCell[] header, TableCell[][] rows, Inline[] caption) =>
        new Block.Table(header, rows, caption);
}
