using Newsletter.Subscribers;

namespace Newsletter.Records;

/// <param name="Publication">Its slug.</param>
/// <param name="Proof">Every line of the proof of consent, oldest first.</param>
internal sealed record SubscriptionRecord(string Publication, SubscriptionState State, IReadOnlyList<ConsentLine> Proof)
{
    /// <summary>The consent that stands, or stood last; null where none was ever given.</summary>
    public ConsentLine? Consent => Proof.LastOrDefault(line => line.Act is ConsentAct.Given);
}
