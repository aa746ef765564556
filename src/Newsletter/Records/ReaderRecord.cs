namespace Newsletter.Records;

/// <summary>What is known of one reader, across all stages.</summary>
/// <param name="Suppressed">Why nothing may go to this address, by itself or by its domain; null where mail may go.</param>
internal sealed record ReaderRecord(
    string Email,
    string? Name,
    string? Suppressed,
    IReadOnlyList<SubscriptionRecord> Subscriptions,
    IReadOnlyList<MessageRecord> Messages
);
