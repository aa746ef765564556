namespace Newsletter.Delivery;

/// <summary>A message that this process has taken, with what is needed to write it.</summary>
/// <param name="Holder">What this one claim signs with: a message claimed again is another claim's.</param>
/// <param name="DatedAt">Null until it was first begun.</param>
internal sealed record Claim(
    long Id,
    string Holder,
    int IssueId,
    long SubscriptionId,
    string Email,
    string? Name,
    int Attempts,
    DateTimeOffset? DatedAt
);
