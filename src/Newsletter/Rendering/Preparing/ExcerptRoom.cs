using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>
/// How much of an excerpt a block takes, in characters: what it says, and for what stands in a frame (a picture, a
/// card, a row) as much as words of that height would. Else pictures without words would take nothing.
/// </summary>
internal static class ExcerptRoom
{
    private const int Picture = 100;
    private const int Row = 20;
    private const int Item = 10;

    public static int Of(IEnumerable<Block> blocks) => blocks.Sum(Of);

    public static int Of(Block block) => Math.Max(1, BlockText.Length(block)) + Frame(block);

    public static int Of(ListItem item) => Item + Of(item.Content);

    public static int Of(IReadOnlyList<TableCell> row) => Row + row.Sum(cell => Inlines.PlainText(cell.Content).Length);

    private static int Frame(Block block) =>
        block switch
        {
            Block.Figure or Block.Embed => Picture,
            Block.Table table => Row * (table.Rows.Count + 1),
            Block.BulletedOrNumbered list => list.Items.Sum(item => Item + item.Content.Sum(Frame)),
            Block.Quotation(var content, _) => content.Sum(Frame),
            Block.Note(_, var content) => content.Sum(Frame),
            _ => 0,
        };
}
