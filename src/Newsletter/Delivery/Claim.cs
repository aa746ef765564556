namespace Newsletter.Delivery;

/// <summary>Something to send that this process has taken, with what is needed to write it.</summary>
/// <param name="Id">Of its row; the kinds of claims number theirs apart.</param>
/// <param name="Holder">What this one claim signs with: a message claimed again is another claim's.</param>
/// <param name="DatedAt">Null until it was first begun.</param>
internal abstract record Claim(
    long Id,
    string Holder,
    string Email,
    string? Name,
    int Attempts,
    DateTimeOffset? DatedAt
);
