namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What one fetch of a source came to.</summary>
/// <param name="Taken">The columns that are new or changed, in the order of the source.</param>
/// <param name="Unchanged">How many it held that were here already.</param>
/// <param name="Notices">What could not be read or was left out.</param>
/// <param name="Fault">Why it could not be fetched; null where it could.</param>
/// <param name="SetAside">How many are older than the source's day, and wait for a person.</param>
internal sealed record SourceFetched(
    Source Source,
    IReadOnlyList<TakenColumn> Taken,
    int Unchanged,
    int SetAside,
    IReadOnlyList<string> Notices,
    string? Fault
)
{
    /// <summary>In sentences, a line each: what it found, what was left out of it, and what could not be read.</summary>
    public string Told => string.Join('\n', [Found, .. LeftOut(), .. Notices]);

    private IEnumerable<string> LeftOut()
    {
        var cut = Taken.Where(one => one.Content.Dropped.Count > 0).Select(one => one.Column.Id).ToList();
        if (cut.Count > 0)
            yield return $"Pieces of {cut.Count} column(s) were left out (\"newsletter column show {cut[0]}\" says which of it, and why).";
    }

    /// <summary>In a sentence.</summary>
    public string Found =>
        Fault is not null ? $"It could not be fetched: {Fault}"
        : Taken.Count + Unchanged == 0 ? "Nothing new."
        : $"{Taken.Count(t => t.Change is ColumnChange.Added)} new, {Taken.Count(t => t.Change is ColumnChange.Revised)} changed, {Unchanged} as known{(SetAside > 0 ? $", {SetAside} set aside" : "")}.";
}
