using System.Text.RegularExpressions;
using Newsletter.Columns.Sources.CopiedPages;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>
/// What is done to the blocks of a whole piece: the title that stands again, links of the page and lines of its edges
/// are taken out, headings begin below the title, and notes come last.
/// </summary>
internal sealed partial class PieceEnding(HtmlContext context)
{
    // A table of contents stands near the beginning.
    private const int LastContents = 12;

    private readonly Leftovers leftovers = context.Leftovers;

    public IReadOnlyList<Block> Of(IReadOnlyList<Block> read, string? title)
    {
        var blocks = read.Select(Card).Select(Separated).ToList();
        TakeTitle(blocks, title);
        TakeContents(blocks);
        TakeLines(blocks);
        PictureCredits.Join(blocks);
        TakeClosing(blocks);
        ClosingPart.TakeFrom(blocks, leftovers);
        TakeEdges(blocks);
        Tidy(blocks);
        return [.. HeadingLevels.Below(blocks), .. context.Held.Notes];
    }

    /// <summary>A paragraph that is nothing but an address is what WordPress makes a card of.</summary>
    private static Block Card(Block block)
    {
        if (block is not Block.Paragraph([var only]))
            return block;
        var written = only switch
        {
            Inline.Text(var text) => text.Trim(),
            Inline.Link(var to, [Inline.Text(var shown)])
                when shown.Trim().StartsWith("http", StringComparison.Ordinal) => to,
            _ => "",
        };
        if (
            !written.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || WebAddress.OfPage(written) is not { } address
        )
            return block;
        return EmbedCard.IsKnown(address) || (only is Inline.Text && EmbedCard.Of(address) is Block.Figure)
            ? EmbedCard.Of(EmbedAddress.Of(address))
            : new Block.Paragraph([new Inline.Link(address, [new Inline.Text(written)])]);
    }

    private static Block Separated(Block block) =>
        block is Block.Paragraph(var words) && Stars().IsMatch(BlockText.Of(words)) ? new Block.Separator() : block;

    private void TakeTitle(List<Block> blocks, string? title)
    {
        if (title is null)
            return;
        var at = blocks.FindIndex(block => block is not Block.Figure);
        if (at is < 0 or > 3 || blocks[at] is not (Block.Heading or Block.Paragraph))
            return;
        var text = BlockText.Of(blocks[at]);
        if (!SameWords.Are(text, title))
            return;
        leftovers.Drop(text, "The title stands again above the text.");
        blocks.RemoveAt(at);
    }

    /// <summary>A list of the column's own headings, and the line that introduces it.</summary>
    private void TakeContents(List<Block> blocks)
    {
        var headings = blocks.OfType<Block.Heading>().Select(it => SameWords.Key(BlockText.Of(it))).ToHashSet();
        for (var at = Math.Min(blocks.Count, LastContents) - 1; at >= 0; at--)
        {
            if (
                blocks[at] is not Block.BulletedOrNumbered { Items.Count: > 1 } list
                || !list.Items.All(item => headings.Contains(SameWords.Key(BlockText.Of(item.Content))))
            )
                continue;
            var from = at > 0 && BlockText.Of(blocks[at - 1]).Length is > 0 and < 40 ? at - 1 : at;
            if (from < at && blocks[from] is not (Block.Paragraph or Block.Heading))
                from = at;
            leftovers.Drop(BlockText.Of(list), FurnitureClasses.Contents);
            blocks.RemoveRange(from, at - from + 1);
            return;
        }
    }

    /// <summary>Short lines that are all link and lead about the site, wherever they stand.</summary>
    private void TakeLines(List<Block> blocks)
    {
        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            if (blocks[at] is not Block.Paragraph(var words))
                continue;
            var text = BlockText.Of(words).Trim();
            if ((PageFurniture.IsAnywhere(text) ? PageFurniture.Why : LineKinds.WhyNot(words, text)) is { } why)
            {
                leftovers.Drop(text, why);
                blocks.RemoveAt(at);
            }
            else if (LineKinds.WithoutReadMore(words) is { } shorter)
            {
                leftovers.Drop(
                    BlockText.Of(words)[Math.Min(text.Length, BlockText.Of(shorter).Length)..],
                    FurnitureClasses.Related
                );
                blocks[at] = new Block.Paragraph(InlineTidy.Of(shorter));
                if (((Block.Paragraph)blocks[at]).Content.Count == 0)
                    blocks.RemoveAt(at);
            }
        }
    }

    /// <summary>"Related posts", and the links under it.</summary>
    private void TakeClosing(List<Block> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            var text = BlockText.Of(blocks[at]).Trim();
            if (
                blocks[at] is not (Block.Heading or Block.Paragraph)
                || text.Length > 100
                || !PageFurniture.BeginsClosing(text)
            )
                continue;
            var end = at + 1;
            while (
                end < blocks.Count
                && (
                    LineKinds.IsLinks(blocks[end])
                    || blocks[end] is Block.Figure && end + 1 < blocks.Count && LineKinds.IsLinks(blocks[end + 1])
                )
            )
                end++;
            if (end == at + 1 && end < blocks.Count)
                continue;
            foreach (var block in blocks[at..end])
                leftovers.Drop(BlockText.Of(block), FurnitureClasses.Related);
            blocks.RemoveRange(at, end - at);
            at--;
        }
    }

    private void TakeEdges(List<Block> blocks)
    {
        while (blocks is [.., Block.Paragraph or Block.Heading] && IsEdge(BlockText.Of(blocks[^1]).Trim()))
            Take(blocks, blocks.Count - 1);
        while (blocks is [Block.Paragraph, ..] && blocks.Count > 1 && IsEdge(BlockText.Of(blocks[0]).Trim()))
            Take(blocks, 0);
        while (blocks is [.., Block.Separator] or [.., Block.Heading])
            Take(blocks, blocks.Count - 1);
    }

    private static bool IsEdge(string line) => PageFurniture.Is(line) || LineKinds.IsFeedFooter(line);

    private void Take(List<Block> blocks, int at)
    {
        leftovers.Drop(BlockText.Of(blocks[at]), PageFurniture.Why);
        blocks.RemoveAt(at);
    }

    private static void Tidy(List<Block> blocks)
    {
        for (var at = blocks.Count - 1; at >= 0; at--)
        {
            var doubled = blocks[at] is Block.Separator && (at == 0 || blocks[at - 1] is Block.Separator);
            var again =
                at > 0
                && blocks[at] is Block.Figure figure
                && blocks[at - 1] is Block.Figure before
                && figure.Picture.Address == before.Picture.Address;
            if (doubled)
                blocks.RemoveAt(at);
            else if (again)
                blocks.RemoveAt(((Block.Figure)blocks[at]).Caption.Count > 0 ? at - 1 : at);
        }
    }

    [GeneratedRegex(@"^[\s*•·⁂✻❖◆~_—–-]{1,40}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stars();
}
