using Newsletter.Subscribers.Segments;

namespace Newsletter.Subscribers.Exporting;

/// <param name="Publication">Slug.</param>
/// <param name="State">pending, active, paused, unsubscribed, bounced, complained or suppressed; null for all.</param>
/// <param name="Where">Those alone; null for all.</param>
internal sealed record ExportOrder(string Publication, string? State, SubscriptionFilter? Where = null);
