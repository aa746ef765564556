namespace Newsletter.Publications;

/// <summary>
/// A zone's wall clock. A local time that a change of clocks skips is the first minute after the gap; one that it
/// repeats is its first occurrence. Only conversions from UTC are asked of the system: those are exact also in zones
/// whose winter time is the exception (Europe/Dublin, Africa/Casablanca).
/// </summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>What the clock shows at an instant, as a time without zone.</summary>
    public DateTime At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The instant at which the clock shows a time, or would.</summary>
    public DateTimeOffset When(DateTime shown)
    {
        // No gap is longer than the day that Samoa skipped in 2011.
        for (var minutes = 0; minutes <= 24 * 60; minutes++)
        {
            var tried = minutes == 0 ? shown : WholeMinute(shown).AddMinutes(minutes);
            if (FirstOrNull(tried) is { } instant)
                return instant;
        }

        return new DateTimeOffset(shown, zone.GetUtcOffset(shown));
    }

    /// <summary>By how much the clock was set back in the day before an instant; zero where it was not.</summary>
    public TimeSpan SetBackBefore(DateTimeOffset instant)
    {
        var back = zone.GetUtcOffset(instant - Day) - zone.GetUtcOffset(instant);
        return back > TimeSpan.Zero ? back : TimeSpan.Zero;
    }

    private DateTimeOffset? FirstOrNull(DateTime shown)
    {
        var around = new DateTimeOffset(shown, TimeSpan.Zero);
        var before = new DateTimeOffset(shown, zone.GetUtcOffset(around - Day));
        var after = new DateTimeOffset(shown, zone.GetUtcOffset(around + Day));
        var (first, last) = before <= after ? (before, after) : (after, before);
        return At(first) == shown ? first
            : At(last) == shown ? last
            : null;
    }

    private static DateTime WholeMinute(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
}
