namespace Newsletter.Columns;

/// <summary>The pictures among a column's blocks, however deep they stand.</summary>
internal static class ColumnPictures
{
    public static IEnumerable<Picture> In(IEnumerable<Block> blocks) => blocks.SelectMany(In);

    /// <summary>The same blocks with each picture replaced.</summary>
    public static IReadOnlyList<Block> Replaced(IReadOnlyList<Block> blocks, Func<Picture, Picture> replace) =>
        [.. blocks.Select(block => Replaced(block, replace))];

    private static IEnumerable<Picture> In(Block block) =>
        block switch
        {
            Block.Figure figure => [figure.Picture],
            Block.Quotation quotation => In(quotation.Content),
            Block.Note note => In(note.Content),
            Block.BulletedOrNumbered list => list.Items.SelectMany(item => In(item.Content)),
            _ => [],
        };

    private static Block Replaced(Block block, Func<Picture, Picture> replace) =>
        block switch
        {
            Block.Figure figure => figure with { Picture = replace(figure.Picture) },
            Block.Quotation quotation => quotation with { Content = Replaced(quotation.Content, replace) },
            Block.Note note => note with { Content = Replaced(note.Content, replace) },
            Block.BulletedOrNumbered list => list with
            {
                Items = [.. list.Items.Select(item => item with { Content = Replaced(item.Content, replace) })],
            },
            _ => block,
        };
}
