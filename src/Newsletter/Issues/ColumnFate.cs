namespace Newsletter.Issues;

/// <param name="Fate">waiting, reserved, carried, held or skipped.</param>
/// <param name="IssueId">The issue that reserved or carried it.</param>
internal sealed record ColumnFate(int Id, string Title, string Fate, int? IssueId);
