using CsCheck;
using Newsletter.Columns;
using static Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Rendering;

/// <summary>Blocks that nobody would write, of all kinds and in each other.</summary>
internal static class RandomBlocks
{
    private static readonly string[] s_words =
    [
        "tide",
        "l'eau",
        "œuvre",
        "«",
        "»",
        "!",
        "vraiment ?",
        ":",
        "\"dit-elle\"",
        "...",
        "&amp;",
        "<b>",
        "</td>",
        "-->",
        "<!--",
        "{{ x }}",
        "[/caption]",
        "*|FNAME|*",
        "🎉",
        "👩‍👩‍👧‍👦",
        "שלום",
        "المد",
        "漢字かな交じり文",
        "\u202Eturned",
        "\u0000\u0007",
        "\uE000unsubscribe_url\uE001",
        "\uD800",
        "\u00AD\u200B",
        "https://example.org/a?b=1&c=\"d\"",
        "a@example.org",
        "10 km",
        "\t",
        "\r\n",
        "=?utf-8?Q?x?=",
        ".",
        "From here",
    ];

    private static readonly Gen<string> s_word = Gen.OneOf(
        Gen.Int[0, s_words.Length - 1].Select(place => s_words[place]),
        Gen.String[Gen.Char['a', 'z'], 1, 12],
        Gen.Int[60, 400].Select(length => new string('w', length))
    );

    private static readonly Gen<string> s_text = s_word.Array[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string> s_address = Gen.OneOf(
        Gen.Const("https://example.org/a?b=1&c=2"),
        Gen.Const("http://example.org/"),
        Gen.Const("https://example.org/d.png"),
        Gen.Const("mailto:a@example.org"),
        Gen.Const("javascript:alert(1)"),
        Gen.Const("https://exämple.org/ü \"q\""),
        Gen.Const(""),
        s_text
    );

    private static readonly Gen<Inline> s_leaf = Gen.OneOf<Inline>(
        s_text.Select(text => (Inline)new Inline.Text(text)),
        s_text.Select(text => (Inline)new Inline.Text(text)),
        s_text.Select(text => (Inline)new Inline.Code(text)),
        Gen.Const((Inline)new Inline.LineBreak()),
        s_word.Select(label => (Inline)new Inline.NoteReference(label))
    );

    private static readonly Gen<Inline> s_inline = Gen.Select(
        Gen.Int[0, 8],
        s_leaf.Array[0, 4],
        s_address,
        (kind, within, address) =>
            kind switch
            {
                0 => new Inline.Emphasis(within),
                1 => new Inline.Strong(within),
                2 => new Inline.Strikethrough(within),
                3 => new Inline.Superscript([new Inline.Text(address.Length > 20 ? "2" : address)]),
                4 => new Inline.Subscript([new Inline.Emphasis([new Inline.Text("10")])]),
                5 or 6 => new Inline.Link(address, within),
                _ => within.Length > 0 ? within[0] : new Inline.Text("and"),
            }
    );

    private static readonly Gen<Inline[]> s_run = s_inline.Array[0, 5];

    private static readonly Gen<Block> s_simple = Gen.OneOf(
        s_run.Select(run => (Block)P(run)),
        s_run.Select(run => (Block)P(run)),
        Gen.Select(Gen.Int[0, 9], s_run, (level, run) => (Block)new Block.Heading(level, run)),
        Gen.Select(s_run, s_text, (run, by) => (Block)new Block.PullQuote(run, by)),
        Gen.Select(
            s_address,
            s_text,
            Gen.Int[0, 3000],
            s_run,
            (address, alt, width, caption) =>
                (Block)new Block.Figure(new Picture(address, alt, width, width / 2), caption)
        ),
        s_run.Array[0, 14].Array[0, 4].Select(Table),
        Gen.Const((Block)new Block.Separator()),
        Gen.Select(s_address, s_text, s_text, (address, title, by) => (Block)new Block.Embed(address, title, by)),
        s_text.Select(code => (Block)new Block.CodeListing(code, null))
    );

    public static Gen<ColumnInputParts> Columns { get; } =
        Gen.Select(
            s_text,
            s_run,
            s_word.Array[0, 5],
            Nested(3).Array[0, 8],
            (title, standfirst, authors, blocks) => new ColumnInputParts(title, standfirst, authors, blocks)
        );

    private static Gen<Block> Nested(int depth) =>
        depth == 0
            ? s_simple
            : Gen.Select(
                Gen.Int[0, 7],
                s_simple,
                Nested(depth - 1).Array[0, 3],
                s_text,
                (kind, simple, within, label) =>
                    kind switch
                    {
                        0 => new Block.Quotation(within, label),
                        1 => new Block.BulletedOrNumbered(
                            label.Length % 2 == 0,
                            label.Length,
                            [.. within.Select(block => new ListItem([block]))]
                        ),
                        2 => new Block.Note(label, within),
                        _ => simple,
                    }
            );

    private static Block Table(Inline[][][] rows) =>
        new Block.Table(
            rows.Length > 2 ? [.. rows[0].Select(cell => new TableCell(cell))] : [],
            [.. rows.Select(row => (IReadOnlyList<TableCell>)[.. row.Select(cell => new TableCell(cell))])],
            []
        );

    internal sealed record ColumnInputParts(string Title, Inline[] Standfirst, string[] Authors, Block[] Blocks);
}
