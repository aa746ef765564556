namespace Newsletter.Issues;

/// <param name="Fate">waiting, reserved, carried, held or skipped.</param>
/// <param name="IssueId">The issue that reserved or carried it; null for one that was carried by hand.</param>
/// <param name="Why">What keeps one that waits out of the next issue; null where nothing does.</param>
internal sealed record ColumnFate(int Id, string Title, string Fate, int? IssueId, string? Why);
