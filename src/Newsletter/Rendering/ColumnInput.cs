using Newsletter.Columns;

namespace Newsletter.Rendering;

/// <param name="Language">Where it differs from the publication's, its typography is the column's own.</param>
internal sealed record ColumnInput(
    int Id,
    string Title,
    IReadOnlyList<Inline> Standfirst,
    IReadOnlyList<Byline> Authors,
    IReadOnlyList<Block> Blocks,
    string? Language,
    DateOnly? Date,
    string? Address
);
