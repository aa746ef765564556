using System.Diagnostics;

namespace Newsletter.Delivery;

/// <summary>
/// How long a connection has had nothing to do. In real time: it is the other side that counts. Who waits is woken
/// often, and stays as idle as it was.
/// </summary>
internal sealed class Idleness(TimeSpan atMost)
{
    private long since;

    /// <summary>Until it should hang up.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = atMost - Stopwatch.GetElapsedTime(since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Ended() => since = Stopwatch.GetTimestamp();
}
