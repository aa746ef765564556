namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What a source would give, which was not taken in.</summary>
/// <param name="Title">As it names itself; its address where it does not.</param>
/// <param name="First">The first columns that a fetch would take, the newest first; those from before the day are left out.</param>
/// <param name="Notices">What could not be read or was left out: one sentence each.</param>
internal sealed record TriedSource(string Title, IReadOnlyList<ColumnDraft> First, IReadOnlyList<string> Notices);
