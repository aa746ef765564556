namespace Newsletter.Columns;

/// <summary>What a reader of sources made of one item: the column's content before it has an identity.</summary>
/// <param name="Language">Lower-case ISO 639-1, as said by the source or recognised; null where neither.</param>
/// <param name="Date">The day on which the source says it was published, in no zone; null where it says nothing.</param>
/// <param name="Address">The column's own page on the web, absolute; null where unknown.</param>
/// <param name="Notices">What is part of the column but may surprise (a note without text): one sentence each.</param>
internal sealed record ColumnDraft(
    string Title,
    IReadOnlyList<Inline> Standfirst,
    IReadOnlyList<Byline> Authors,
    IReadOnlyList<Block> Blocks,
    string? Language,
    DateOnly? Date,
    string? Address,
    IReadOnlyList<Dropped> Dropped,
    IReadOnlyList<string> Notices
)
{
    /// <summary>As the source names them; an edition may take only some.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether the source gave only the beginning of it: never taken instead of the whole.</summary>
    public bool IsExcerpt { get; init; }
}
