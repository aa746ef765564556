namespace Newsletter.Subscribers.Importing;

/// <summary>A subscription that a batch adds, as the bulk statements read it; instants as the database keeps them.</summary>
/// <param name="Changed">Since when it has its state.</param>
/// <param name="Joined">When consent was given; null where it never was.</param>
/// <param name="Until">The end of a pause.</param>
internal sealed record Newcomer(
    string Email,
    string Key,
    string? Name,
    string? Language,
    string State,
    string Rhythm,
    string Changed,
    string? Joined,
    string? Until
);
