namespace Newsletter.Web.Desk;

/// <summary>The next hours of a rule as a person reads them.</summary>
/// <param name="Problem">Why there are none; null where the rule can be read.</param>
/// <param name="Lines">An hour each, and whether the clocks change before it.</param>
/// <param name="Quiet">A sentence for each hour that falls on a quiet day.</param>
internal sealed record ComingRuns(
    string? Problem,
    IReadOnlyList<(string Hour, bool ClocksChange)> Lines,
    IReadOnlyList<string> Quiet
);
