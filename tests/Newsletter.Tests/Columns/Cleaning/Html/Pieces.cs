using Newsletter.Columns;
using Newsletter.Columns.Cleaning.Html;
using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Tests.Columns.Cleaning.Html;

/// <summary>Ways to read a piece of HTML and to look at what came of it.</summary>
internal static class Pieces
{
    public static HtmlContent Read(string html, string? title = null) =>
        HtmlColumn.Read(
            html,
            new HtmlOrigin(new Uri("https://revue.example/2026/un-article/"), "fr", title, ShortcodeNames.Usual)
        );

    /// <summary>The kinds of the blocks with their words, in one line each, joined by a bar.</summary>
    public static string Outline(string html, string? title = null) => Outline(Read(html, title).Blocks);

    public static string Outline(IEnumerable<Block> blocks) =>
        string.Join(
            '|',
            blocks.Select(block => $"{Kind(block)}: {BlockText.Of(block).Replace('\n', '/')}".TrimEnd(' ', ':'))
        );

    public static IEnumerable<Block> All(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            All(
                    block switch
                    {
                        Block.Quotation quotation => quotation.Content,
                        Block.Note note => note.Content,
                        Block.BulletedOrNumbered list => list.Items.SelectMany(item => item.Content),
                        _ => [],
                    }
                )
                .Prepend(block)
        );

    public static IEnumerable<Inline> Words(Block block) =>
        block switch
        {
            Block.Paragraph it => Within(it.Content),
            Block.Heading it => Within(it.Content),
            Block.PullQuote it => Within(it.Content),
            Block.Figure it => Within(it.Caption),
            Block.Table it => Within([
                .. it.Caption,
                .. it.Header.Concat(it.Rows.SelectMany(row => row)).SelectMany(cell => cell.Content),
            ]),
            _ => [],
        };

    private static string Kind(Block block) =>
        block is Block.Heading heading ? $"h{heading.Level}"
        : block is Block.BulletedOrNumbered { Numbered: true } ? "numbers"
        : BlockText.KindOf(block);

    private static IEnumerable<Inline> Within(IEnumerable<Inline> content) =>
        content.SelectMany(inline =>
            Within(
                    inline switch
                    {
                        Inline.Emphasis(var inner) => inner,
                        Inline.Strong(var inner) => inner,
                        Inline.Strikethrough(var inner) => inner,
                        Inline.Superscript(var inner) => inner,
                        Inline.Subscript(var inner) => inner,
                        Inline.Link(_, var inner) => inner,
                        _ => [],
                    }
                )
                .Prepend(inline)
        );
}
