using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>How much a block says, in characters.</summary>
internal static class BlockText
{
    public static int Length(Block block) =>
        block switch
        {
            Block.Paragraph(var content) => Length(content),
            Block.Heading(_, var content) => Length(content),
            Block.PullQuote(var content, var by) => Length(content) + (by?.Length ?? 0),
            Block.Quotation(var content, var by) => content.Sum(Length) + (by?.Length ?? 0),
            Block.Figure(var picture, var caption) => picture.Alt.Length + Length(caption),
            Block.BulletedOrNumbered list => list.Items.Sum(item => item.Content.Sum(Length)),
            Block.Table table => table.Rows.Append(table.Header).Sum(row => row.Sum(cell => Length(cell.Content)))
                + Length(table.Caption),
            Block.Note(_, var content) => content.Sum(Length),
            Block.Embed(_, var title, var provider) => (title?.Length ?? 0) + (provider?.Length ?? 0),
            Block.CodeListing(var code, _) => code.Length,
            _ => 1,
        };

    private static int Length(IReadOnlyList<Inline> content) => Inlines.PlainText(content).Length;
}
