using System.Text.Json.Serialization;
using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <param name="Publication">Its slug.</param>
/// <param name="Since">When <paramref name="State"/> last changed.</param>
/// <param name="JoinedAt">When consent was last given; null where it never was.</param>
/// <param name="Authors">Those without whom the reader wants no issue; empty for all.</param>
/// <param name="Reasons">Why they left, where they said so.</param>
/// <param name="Proof">Every line of the proof of consent, oldest first.</param>
internal sealed record SubscriptionRecord(
    string Publication,
    string Title,
    SubscriptionState State,
    DateTimeOffset Since,
    DateTimeOffset? JoinedAt,
    string Rhythm,
    DateTimeOffset? PausedUntil,
    IReadOnlyList<string> Authors,
    IReadOnlyList<ReasonLine> Reasons,
    IReadOnlyList<ConsentLine> Proof
)
{
    /// <summary>The consent that stands, or stood last; null where none was ever given.</summary>
    [JsonIgnore]
    public ConsentLine? Consent => Proof.LastOrDefault(line => line.Act is ConsentAct.Given);
}
