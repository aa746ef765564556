namespace Newsletter.Records.Choosing;

/// <summary>What a reader wants of one publication.</summary>
/// <param name="WasOn">What the page showed: a page that is old by now subscribes nobody who left in the meantime.</param>
/// <param name="PauseUntil">The day as typed; empty for no pause; null for no change.</param>
/// <param name="Authors">Their keys; none for all.</param>
/// <param name="Sentence">What stood beside the box to receive it: the proof, where a confirmed subscription comes of it.</param>
internal sealed record WantedPublication(
    long SubscriptionId,
    bool WasOn,
    bool IsOn,
    string? Rhythm,
    string? PauseUntil,
    IReadOnlyList<string> Authors,
    string Sentence
);
