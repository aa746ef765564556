namespace Newsletter.Subscribers;

/// <param name="Suppressed">The address or its domain receives nothing from any publication, whatever <paramref name="State"/> says.</param>
/// <param name="Since">When the state last changed.</param>
/// <param name="ConsentAt">When consent was last given; null where it never was.</param>
internal sealed record SubscriberRow(
    long SubscriptionId,
    string Email,
    string? Name,
    SubscriptionState State,
    bool Suppressed,
    DateTimeOffset Since,
    DateTimeOffset? ConsentAt,
    string? ConsentHow,
    string? ConsentSentence
)
{
    /// <summary>The state as the command line says it.</summary>
    public string Word => Suppressed ? SubscriberList.SuppressedWord : State.ToString().ToLowerInvariant();
}
