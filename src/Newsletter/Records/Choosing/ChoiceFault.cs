namespace Newsletter.Records.Choosing;

/// <summary>What cannot be done as it was wanted.</summary>
/// <param name="SubscriptionId">Of which publication; null where it is of none.</param>
internal sealed record ChoiceFault(ChoiceFaultKind Kind, long? SubscriptionId = null);
