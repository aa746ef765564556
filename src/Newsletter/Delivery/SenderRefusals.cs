using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery;

/// <summary>
/// Tells an issue whose sender no relay takes, which is held while others go on, from a relay that alone refuses it.
/// </summary>
internal sealed class SenderRefusals(IReadOnlyList<Route> routes)
{
    // One may be a slip of the relay's; so many, and nothing accepted between, are its word.
    private const int Most = 3;

    private readonly Lock gate = new();

    // By issue: how often each relay refused it since it last took a message of it; none where it was not asked yet.
    private readonly Dictionary<int, Dictionary<Route, int>> issues = [];

    /// <summary>The outcome, once it is said whose fault it is.</summary>
    public DeliveryOutcome Judge(Claim claim, DeliveryOutcome outcome, Route route, TimeSpan now)
    {
        switch (claim, outcome)
        {
            case (MessageClaim message, DeliveryOutcome.SenderRefused refused):
                return Refused(message.IssueId, refused, route, now);
            case (MessageClaim message, DeliveryOutcome.Accepted):
                Taken(message.IssueId, route);
                return outcome;
            // There is no issue to hold, and somebody waits for it: tried again as after any fault of the relay.
            case (_, DeliveryOutcome.SenderRefused(var fault)):
                return new DeliveryOutcome.Interrupted(fault);
            default:
                return outcome;
        }
    }

    private DeliveryOutcome Refused(int issueId, DeliveryOutcome.SenderRefused refused, Route route, TimeSpan now)
    {
        lock (gate)
        {
            if (!issues.TryGetValue(issueId, out var by))
                issues[issueId] = by = [];
            by[route] = by.GetValueOrDefault(route) + 1;
            if (by.Values.Sum() < Most)
                return refused;
            // Another takes it, or has not been asked: this one is left alone and that one gets the mail.
            if (!routes.All(other => by.TryGetValue(other, out var times) ? times > 0 : !IsInUse(other, now)))
                return new DeliveryOutcome.Interrupted(refused.Fault);
            issues.Remove(issueId);
            return refused with { HoldsIssue = true };
        }
    }

    private void Taken(int issueId, Route route)
    {
        lock (gate)
        {
            if (issues.TryGetValue(issueId, out var by))
                by[route] = 0;
        }
    }

    private static bool IsInUse(Route route, TimeSpan now) =>
        route.NextAt(now) is not null && !route.Circuit.IsBroken(now);
}
