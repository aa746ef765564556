namespace Newsletter.Delivery.Routing;

/// <summary>How fast an issue goes.</summary>
/// <param name="PerSecond">Messages accepted a second, since the audience was frozen.</param>
/// <param name="Left">How long the rest takes at this rate; null where nothing is left, or none has gone yet.</param>
internal sealed record Pace(double PerSecond, TimeSpan? Left)
{
    /// <summary>Null before the audience is frozen.</summary>
    public static Pace? Of(IssueStatus status, DateTimeOffset now)
    {
        if (status.StartedAt is not { } started)
            return null;
        var seconds = Math.Max(0.001, ((status.FinishedAt ?? now) - started).TotalSeconds);
        var perSecond = Math.Round(status.Sent / seconds, 1);
        var waiting = status.Queued + status.Sending;
        return new Pace(
            perSecond,
            waiting > 0 && perSecond > 0 ? TimeSpan.FromSeconds(Math.Ceiling(waiting / perSecond)) : null
        );
    }
}
