namespace Newsletter.Columns.Cleaning.Html;

/// <summary>What a piece of HTML says, and what of it has no place in a column.</summary>
internal sealed record HtmlContent(
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Dropped> Dropped,
    IReadOnlyList<string> Notices
);
