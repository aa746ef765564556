namespace Newsletter.Delivery.Relays;

/// <summary>Why nothing can be handed over at the moment. It is the relay's fault, or the settings', never a message's.</summary>
/// <param name="Sentence">For the operator: what, where, what to do.</param>
internal sealed record RelayFault(string Sentence, RelayFaultKind Kind)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long to wait before the next try: longer each time. The first fault that may pass costs no time: a server
    /// that hung up on a resting connection takes the next one.
    /// </summary>
    /// <param name="before">Tries that failed in a row before this one.</param>
    public TimeSpan RestAfter(int before)
    {
        if (Kind is RelayFaultKind.Passing && before == 0)
            return TimeSpan.Zero;
        var rest = TimeSpan.FromSeconds(Kind is RelayFaultKind.Passing ? 0.5 : 1) * (1 << Math.Min(before, 7));
        return rest < Longest ? rest : Longest;
    }
}
