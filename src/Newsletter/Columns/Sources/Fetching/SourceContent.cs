namespace Newsletter.Columns.Sources.Fetching;

/// <summary>A piece of what a source held when it was asked; the last one says by what to ask the next time.</summary>
/// <param name="Title">As it names itself; null where it does not.</param>
/// <param name="Drafts">Its columns, each under what makes it the same again.</param>
/// <param name="Notices">What could not be read or was left out: one sentence each.</param>
/// <param name="ETag">Null too where something of it is to be tried again.</param>
/// <param name="ReadUpTo">The next reading need look no further back; null where that is not known.</param>
internal sealed record SourceContent(
    string? Title,
    IReadOnlyList<(string Origin, ColumnDraft Draft)> Drafts,
    IReadOnlyList<string> Notices,
    string? ETag = null,
    string? LastModified = null,
    DateTimeOffset? ReadUpTo = null
);
