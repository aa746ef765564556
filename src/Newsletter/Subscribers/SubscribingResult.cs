namespace Newsletter.Subscribers;

/// <param name="IsNew">True where there was no subscription to this publication before.</param>
internal sealed record SubscribingResult(long SubscriptionId, SubscriptionState State, bool IsNew);
