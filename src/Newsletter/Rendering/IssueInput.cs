namespace Newsletter.Rendering;

/// <param name="Subject">As given by a person; null to let the columns make it.</param>
/// <param name="Preheader">As given by a person; null to let the columns make it.</param>
/// <param name="ViewUrl">View in browser, absolute: the same for all readers.</param>
/// <param name="Corrects">For an erratum: what it corrects; null for any other issue.</param>
internal sealed record IssueInput(
    int Number,
    string? Subject,
    string? Preheader,
    DateTimeOffset Date,
    string ViewUrl,
    CorrectedIssue? Corrects = null
);
