using Newsletter.Publications.Calendars;

namespace Newsletter.Publications;

/// <summary>
/// The hours of a cron on a clock that never changes, without those of quiet days or with them moved. Several hours
/// that are moved to one day stand there in the order of their time, and one that falls on another counts once.
/// </summary>
/// <param name="next">The first hour of the cron after a time.</param>
/// <param name="previous">The last hour of the cron before a time.</param>
/// <param name="quiet">The days without an hour.</param>
internal sealed class ShownSlots(Func<DateTime, DateTime?> next, Func<DateTime, DateTime?> previous, QuietDays quiet)
{
    // A rule all of whose days are quiet has no hour; nobody waits for the search of three centuries.
    private const int MostDropped = 20_000;

    /// <summary>In their order, the first one after a time.</summary>
    public IEnumerable<DateTime> After(DateTime shown) =>
        quiet.IsNone
            ? Raw(shown)
            : ByDay(Raw(BeforeQuiet(shown))).SelectMany(times => times).Where(time => time > shown);

    /// <summary>From the last one before a time backwards.</summary>
    public IEnumerable<DateTime> Before(DateTime shown) =>
        quiet.IsNone
            ? RawBefore(shown)
            : ByDay(RawBefore(shown)).SelectMany(times => times.Reverse()).Where(time => time < shown);

    /// <summary>The hours as the cron has them, quiet or not, after a time.</summary>
    public IEnumerable<DateTime> Raw(DateTime shown)
    {
        for (var at = next(shown); at is { } slot; at = next(slot))
            yield return slot;
    }

    private IEnumerable<DateTime> RawBefore(DateTime shown)
    {
        for (var at = previous(shown); at is { } slot; at = previous(slot))
            yield return slot;
    }

    // What a quiet day moves comes later than its own hour: the search begins with the first of the quiet days.
    private DateTime BeforeQuiet(DateTime shown)
    {
        var day = DateOnly.FromDateTime(shown);
        for (var back = 0; quiet.Moves && back < 366 && quiet.Why(day.AddDays(-1)) is not null; back++)
            day = day.AddDays(-1);
        return day.ToDateTime(TimeOnly.MinValue).AddSeconds(-1);
    }

    /// <summary>The hours of one working day after another: those of its own and those that are moved to it.</summary>
    private IEnumerable<SortedSet<DateTime>> ByDay(IEnumerable<DateTime> raw)
    {
        var (times, present, dropped) = (new SortedSet<DateTime>(), default(DateOnly?), 0);
        foreach (var slot in raw)
        {
            var day = quiet.WorkingDay(DateOnly.FromDateTime(slot));
            if (day is null && ++dropped > MostDropped)
                break;
            if (day is null)
                continue;
            if (day != present && times.Count > 0)
            {
                yield return times;
                times = [];
            }

            present = day;
            times.Add(day.Value.ToDateTime(TimeOnly.FromDateTime(slot)));
        }

        if (times.Count > 0)
            yield return times;
    }
}
