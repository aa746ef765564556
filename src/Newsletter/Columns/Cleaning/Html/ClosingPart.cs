using Newsletter.Columns.Sources.CopiedPages;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// The end of a page that is no longer the column: a heading such as "Most read", and after it, to the very end, only
/// titles and pictures of other articles. One sentence of prose there, and it is a part of the column.
/// </summary>
internal static class ClosingPart
{
    private const int LongestTitle = 200;
    private const int ShortestSentence = 60;

    // What stands near the beginning may be a table of contents or a first picture.
    private const double EarliestShare = 0.4;

    public static void TakeFrom(List<Block> blocks, Leftovers leftovers)
    {
        var from = blocks.Count;
        for (var at = blocks.Count - 1; at >= blocks.Count * EarliestShare && IsShort(blocks[at]); at--)
            if (
                blocks[at] is Block.Heading or Block.Paragraph
                && PageFurniture.BeginsClosing(BlockText.Of(blocks[at]).Trim())
            )
                from = at;
        foreach (var block in blocks.Skip(from))
            leftovers.Drop(BlockText.Of(block), FurnitureClasses.Related);
        blocks.RemoveRange(from, blocks.Count - from);
    }

    private static bool IsShort(Block block) =>
        block switch
        {
            Block.Heading or Block.Separator or Block.Figure => true,
            Block.Paragraph => LineKinds.IsLinks(block) || IsTitle(BlockText.Of(block)),
            Block.BulletedOrNumbered list => LineKinds.IsLinks(block)
                || list.Items.All(item => IsTitle(BlockText.Of(item.Content))),
            _ => false,
        };

    private static bool IsTitle(string text) =>
        text.Length <= LongestTitle
        && (text.Length <= ShortestSentence || text.TrimEnd() is not [.., '.' or '…' or '!' or '»']);
}
