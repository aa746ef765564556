namespace Newsletter.Rendering;

/// <summary>The issue that an erratum is about.</summary>
/// <param name="ViewUrl">Where the corrected issue stands, absolute.</param>
internal sealed record CorrectedIssue(int Number, DateTimeOffset Date, string ViewUrl);
