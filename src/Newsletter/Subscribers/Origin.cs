namespace Newsletter.Subscribers;

/// <summary>How a reader said something, and from where: part of the proof.</summary>
/// <param name="How">"unsubscribe page", "command line".</param>
/// <param name="Network">See <see cref="Consent.Network"/>.</param>
internal readonly record struct Origin(string How, string? Network)
{
    public static implicit operator Origin(string how) => new(how, null);

    public Consent Proof(Subscription of, ConsentAct act, DateTimeOffset at, string? sentence = null) =>
        new(of, act, at, How, sentence) { Network = Network };
}
