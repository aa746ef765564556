namespace Newsletter.Review;

/// <summary>What a preview shows.</summary>
/// <param name="SubscriptionId">The reader's; null for a sample one.</param>
internal sealed record LookedAt(int IssueId, long? SubscriptionId);
