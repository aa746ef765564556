namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What was made of a source's items.</summary>
/// <param name="Drafts">The columns, each under what makes it the same again.</param>
/// <param name="Notices">What could not be read: one sentence each.</param>
/// <param name="IsWhole">Whether nothing is to be asked for again.</param>
/// <param name="ReachedEnd">Whether the last item's turn came, whatever became of it.</param>
internal sealed record ItemsRead(
    IReadOnlyList<(string Origin, ColumnDraft Draft)> Drafts,
    IReadOnlyList<string> Notices,
    bool IsWhole,
    bool ReachedEnd
);
