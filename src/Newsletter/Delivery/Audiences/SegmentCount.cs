namespace Newsletter.Delivery.Audiences;

/// <param name="Segment">In the form in which it is kept; null where all were counted.</param>
/// <param name="Subscriptions">How many are in it, in any state.</param>
/// <param name="Readers">How many of them an issue would go to now, in whatever rhythm.</param>
internal sealed record SegmentCount(string? Segment, int Subscriptions, int Readers);
