namespace Newsletter.Subscribers.Importing;

/// <summary>A line of the proof of a subscription that a batch adds, as the bulk statement reads it.</summary>
/// <param name="Key">The reader's.</param>
internal sealed record NewProof(
    string Key,
    string Act,
    string At,
    string How,
    string? Sentence,
    string? Page,
    string? Form,
    string? Network
);
