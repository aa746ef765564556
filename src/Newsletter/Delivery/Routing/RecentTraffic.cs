namespace Newsletter.Delivery.Routing;

/// <summary>What went over a relay or to a domain in the last ten minutes, minute by minute.</summary>
internal sealed class RecentTraffic
{
    private const int Minutes = 10;

    /// <summary>By delivery's rule: less than this is chance.</summary>
    public const int FewestRefusals = 20;

    private const double RefusedShare = 0.05;

    // Of the last forty messages or so, a quarter: greylisting a few of them is no plea to slow down.
    private const double Memory = 1.0 / 40;
    private const double ManyDeferred = 0.25;

    /// <summary>What was before is forgotten.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(Minutes);

    private readonly int[] tried = new int[Minutes];
    private readonly int[] refused = new int[Minutes];
    private long minute;
    private double deferred;

    /// <summary>Since when it is counted.</summary>
    private TimeSpan? began;

    public bool IsEmpty => tried.Sum() == 0;

    /// <param name="now">Since the run began.</param>
    /// <param name="isPolicy">Refused for good by 5.7.x: for what we are, and not for who should receive it.</param>
    public void Count(TimeSpan now, bool isPolicy)
    {
        Turn(now);
        began ??= now;
        tried[minute % Minutes]++;
        if (isPolicy)
            refused[minute % Minutes]++;
    }

    /// <summary>Twenty refusals for what we are, and a twentieth of all: another message would only make it worse.</summary>
    public bool IsRefusedAsAWhole(TimeSpan now)
    {
        Turn(now);
        var refusals = refused.Sum();
        return refusals >= FewestRefusals && refusals >= RefusedShare * tried.Sum();
    }

    /// <summary>Whether so many of late were put off by the server's policy that it must mean all of them.</summary>
    /// <param name="isDeferred">Whether this one was.</param>
    public bool IsDeferredAsAWhole(bool isDeferred)
    {
        deferred += ((isDeferred ? 1 : 0) - deferred) * Memory;
        return deferred >= ManyDeferred;
    }

    /// <summary>Messages a second within this minute and the last one.</summary>
    public double PerSecond(TimeSpan now)
    {
        Turn(now);
        var since = TimeSpan.FromMinutes(Math.Max(0, minute - 1));
        var start = began is { } first && first > since ? first : since;
        return (tried[minute % Minutes] + tried[(minute + Minutes - 1) % Minutes])
            / Math.Max(1, (now - start).TotalSeconds);
    }

    public void Forget()
    {
        Array.Clear(tried);
        Array.Clear(refused);
        began = null;
    }

    public void Turn(TimeSpan now)
    {
        var present = (long)now.TotalMinutes;
        for (var passed = Math.Min(Minutes, present - minute); passed > 0; passed--)
        {
            minute = present - passed + 1;
            tried[minute % Minutes] = refused[minute % Minutes] = 0;
        }

        minute = present;
    }
}
