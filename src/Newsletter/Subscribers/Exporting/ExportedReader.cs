namespace Newsletter.Subscribers.Exporting;

/// <summary>One reader of a publication, with all that a file carries to another program or back to this one.</summary>
/// <param name="Status">The state, or "suppressed".</param>
/// <param name="State">What the subscription is, also behind a suppression; null where there is none.</param>
/// <param name="Since">Since when that is so.</param>
/// <param name="Consent">The last line of the proof that says yes; null where there is none.</param>
/// <param name="Suppression">What keeps all mail from the address; null where nothing does.</param>
internal sealed record ExportedReader(
    string Email,
    string? Name,
    string? Language,
    string Status,
    string? State,
    DateTimeOffset Since,
    DateTimeOffset? JoinedAt,
    string? Rhythm,
    DateTimeOffset? PausedUntil,
    Consent? Consent,
    Suppression? Suppression,
    IReadOnlyList<string> Tags,
    IReadOnlyDictionary<string, string> Fields
);
