using Quartz;

namespace Newsletter.Publications;

/// <summary>
/// When issues are made: the slots of a cron in a zone. Pure. A local time that a change of clocks skips is served
/// at the first minute after the gap; one that it repeats is served once.
/// </summary>
internal sealed class EditionRule
{
    private readonly CronExpression cron;

    /// <exception cref="Refusal">The cron cannot be read.</exception>
    public EditionRule(string schedule, string zone)
    {
        cron = Read(schedule, zone);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>The same text, if it is a cron that Quartz can read and that ever fires.</summary>
    /// <exception cref="Refusal">It is not; the sentence shows a form that is.</exception>
    public static string Checked(string schedule)
    {
        Read(schedule.Trim(), "Etc/UTC");
        return schedule.Trim();
    }

    /// <summary>The first slot after an instant; null where the rule has no more.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) => cron.GetNextValidTimeAfter(instant)?.ToUniversalTime();

    /// <summary>The next slots after an instant, each with the offset of its zone at that hour.</summary>
    public IEnumerable<DateTimeOffset> Following(DateTimeOffset instant, int count)
    {
        var next = NextAfter(instant);
        for (var i = 0; i < count && next is { } slot; i++, next = NextAfter(slot))
            yield return TimeZoneInfo.ConvertTime(slot, Zone);
    }

    /// <summary>The latest slot after <paramref name="settled"/> and not after <paramref name="now"/>; null where there is none.</summary>
    public DateTimeOffset? LatestDue(DateTimeOffset settled, DateTimeOffset now)
    {
        // A slot is a whole second, and the search excludes its end.
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddSeconds(
            1
        );
        var latest = cron.GetPreviousValidTimeBefore(end)?.ToUniversalTime();
        return latest > settled ? latest : null;
    }

    private static CronExpression Read(string schedule, string zone)
    {
        try
        {
            return new CronExpression(schedule, TimeZoneInfo.FindSystemTimeZoneById(zone));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or SchedulerException)
        {
            throw new Refusal(
                $"\"{schedule}\" is no schedule ({FirstClause(fault.Message)}); a Quartz cron has 6 or 7 fields, such as "
                    + "\"0 0 8 ? * THU\" for Thursdays at 08:00 (--schedule).",
                fault
            );
        }
    }

    // Quartz explains at length, and speaks of its own classes.
    private static string FirstClause(string message) =>
        message.Split([". ", "; "], 2, StringSplitOptions.None)[0].TrimEnd('.').ReplaceLineEndings(" ");
}
