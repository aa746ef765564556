namespace Newsletter.Columns.Sources.Fetching;

/// <summary>What of a source becomes other; what is null stays.</summary>
/// <param name="Address">As a person typed it.</param>
/// <param name="Since">As <see cref="Source.Since"/>.</param>
/// <param name="SetsNothingAside">Whether no day sets anything aside any more.</param>
/// <param name="ReadsPages">As <see cref="Source.ReadsPages"/>.</param>
internal sealed record SourceSettings(
    string? Address = null,
    DateOnly? Since = null,
    bool SetsNothingAside = false,
    bool? ReadsPages = null
)
{
    public bool IsEmpty => this == new SourceSettings();
}
