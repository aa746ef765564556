using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <summary>A line of the proof of consent, as it was written.</summary>
internal sealed record ConsentLine(
    ConsentAct Act,
    DateTimeOffset At,
    string How,
    string? Sentence,
    string? Page,
    string? Form,
    string? Network
);
