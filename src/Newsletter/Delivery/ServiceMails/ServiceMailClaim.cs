namespace Newsletter.Delivery.ServiceMails;

/// <summary>A mail that is no issue.</summary>
internal sealed record ServiceMailClaim(
    long Id,
    string Holder,
    string Email,
    string? Name,
    int Attempts,
    DateTimeOffset? DatedAt,
    DateTimeOffset ExpiresAt
) : Claim(Id, Holder, Email, Name, Attempts, DatedAt);
