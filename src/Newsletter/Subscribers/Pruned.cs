namespace Newsletter.Subscribers;

/// <summary>How much was taken away because it was kept long enough.</summary>
/// <param name="Pending">Subscriptions that nobody confirmed.</param>
/// <param name="Subscribers">Readers of whom nothing else was left.</param>
/// <param name="Proofs">Lines of the proof of those who left.</param>
/// <param name="Requests">Mails that were asked for.</param>
internal sealed record Pruned(int Pending, int Subscribers, int Proofs, int Requests)
{
    public bool IsNothing => this is { Pending: 0, Subscribers: 0, Proofs: 0, Requests: 0 };
}
