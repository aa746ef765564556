using Newsletter.Publications.Calendars;
using Quartz;

namespace Newsletter.Publications;

/// <summary>
/// When issues are made: the slots of a cron in a zone. Pure. A local time that a change of clocks skips is served
/// at the first minute after the gap; one that it repeats is served once. Quartz reads the cron on a clock without
/// changes, and <see cref="LocalClock"/> knows the zone: Quartz alone never leaves the spring gap in some zones.
/// </summary>
internal sealed class EditionRule
{
    private readonly QuietDays quiet;
    private readonly ShownSlots slots;
    private readonly LocalClock clock;

    /// <exception cref="Refusal">The cron cannot be read.</exception>
    public EditionRule(string schedule, string zone, QuietDays? quiet = null)
    {
        this.quiet = quiet ?? QuietDays.None;
        var cron = Read(schedule);
        slots = new ShownSlots(
            shown => cron.GetNextValidTimeAfter(Unchanging(shown))?.DateTime,
            shown => cron.GetPreviousValidTimeBefore(Unchanging(shown))?.DateTime,
            this.quiet
        );
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        clock = new LocalClock(Zone);
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>The same text, if it is a cron that Quartz can read and that comes after <paramref name="now"/>.</summary>
    /// <exception cref="Refusal">It is not; the sentence shows a form that is.</exception>
    public static string Checked(string schedule, DateTimeOffset now)
    {
        var text = schedule.Trim();
        return Read(text).GetNextValidTimeAfter(now) is not null
            ? text
            : throw new Refusal(
                $"\"{text}\" names no day that is to come; a Quartz cron has 6 or 7 fields, such as \"0 0 8 ? * THU\" for Thursdays at 08:00 (--schedule)."
            );
    }

    /// <summary>The first slot after an instant; null where the rule has no more.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant)
    {
        // A time that the clock repeats, or that it skipped, may lie at or before the instant.
        foreach (var slot in slots.After(clock.At(instant)))
        {
            if (clock.When(slot) is var when && when > instant)
                return when.ToUniversalTime();
        }

        return null;
    }

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
        var end = clock.At(now) + clock.SetBackBefore(now) + TimeSpan.FromSeconds(1);
        foreach (var slot in slots.Before(end))
        {
            if (clock.When(slot) is var when && when <= now)
                return when > settled ? when.ToUniversalTime() : null;
        }

        return null;
    }

    /// <summary>The hours that fall on quiet days, after an instant and up to another, at most 50.</summary>
    public IEnumerable<QuietSlot> QuietBetween(DateTimeOffset after, DateTimeOffset upTo) =>
        (quiet.IsNone ? [] : slots.Raw(clock.At(after)))
            .Select(shown => (Shown: shown, When: clock.When(shown)))
            .TakeWhile(slot => slot.When <= upTo)
            .Where(slot => slot.When > after)
            .Select(slot => QuietOrNull(slot.Shown))
            .OfType<QuietSlot>()
            .Take(50);

    private QuietSlot? QuietOrNull(DateTime shown)
    {
        var day = DateOnly.FromDateTime(shown);
        if (quiet.Why(day) is not { } why)
            return null;
        var moved = quiet.WorkingDay(day)?.ToDateTime(TimeOnly.FromDateTime(shown));
        return new QuietSlot(Shown(clock.When(shown)), why, moved is { } to ? Shown(clock.When(to)) : null);
    }

    private DateTimeOffset Shown(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>A time on a clock that never changes, cut to the second.</summary>
    private static DateTimeOffset Unchanging(DateTime shown) =>
        new(shown.Ticks - (shown.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static CronExpression Read(string schedule)
    {
        try
        {
            return new CronExpression(schedule, TimeZoneInfo.Utc);
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
