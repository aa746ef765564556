namespace Newsletter.Columns.Cleaning.Html;

/// <summary>The levels that are used, set one below the other from 2 on: the column's title is 1.</summary>
internal static class HeadingLevels
{
    public static IEnumerable<Block> Below(IReadOnlyList<Block> blocks)
    {
        var used = blocks.OfType<Block.Heading>().Select(heading => heading.Level).Distinct().Order().ToList();
        return blocks.Select(block =>
            block is Block.Heading heading
                ? heading with
                {
                    Level = Math.Min(6, used.IndexOf(heading.Level) + 2),
                }
                : block
        );
    }
}
