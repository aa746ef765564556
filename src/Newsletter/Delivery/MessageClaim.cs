namespace Newsletter.Delivery;

/// <summary>A message of an issue.</summary>
internal sealed record MessageClaim(
    long Id,
    string Holder,
    int IssueId,
    long SubscriptionId,
    string Email,
    string? Name,
    int Attempts,
    DateTimeOffset? DatedAt
) : Claim(Id, Holder, Email, Name, Attempts, DatedAt);
