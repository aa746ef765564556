namespace Newsletter.Subscribers.Importing;

/// <summary>A subscription that a batch adds, as the bulk statements read it.</summary>
/// <param name="Act">The first line of its proof; null for one who is pending.</param>
internal sealed record Newcomer(
    string Email,
    string Key,
    string? Name,
    string State,
    string? Act,
    string How,
    string? Sentence
);
