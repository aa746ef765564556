namespace Newsletter.Delivery;

/// <summary>Why nothing can be handed over at the moment. It is the relay's fault, or the settings', never a message's.</summary>
/// <param name="Sentence">For the operator: what, where, what to do.</param>
internal sealed record RelayFault(string Sentence, RelayFaultKind Kind);
