namespace Newsletter.Delivery;

/// <summary>A message as a list of an issue's messages shows it.</summary>
internal sealed record MessageLine(
    long Id,
    long SubscriberId,
    string Email,
    MessageState State,
    int Attempts,
    DateTimeOffset NotBefore,
    DateTimeOffset? SettledAt,
    string? LastReply
);
