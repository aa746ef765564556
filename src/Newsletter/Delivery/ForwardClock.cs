namespace Newsletter.Delivery;

/// <summary>
/// A clock that is set forward with the machine's and never back: messages that were due stay so, and a wait of five
/// minutes is five minutes, though somebody or something corrects the time by an hour in the middle of an issue.
/// </summary>
internal sealed class ForwardClock(TimeProvider clock) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset latest = clock.GetUtcNow();
    private long seen = clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            var (now, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());
            var counted = latest + clock.GetElapsedTime(seen, stamp);
            (latest, seen) = (now > counted ? now : counted, stamp);
            return latest;
        }
    }
}
