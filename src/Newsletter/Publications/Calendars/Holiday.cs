namespace Newsletter.Publications.Calendars;

/// <summary>A public holiday as its law states it.</summary>
/// <param name="Name">In English.</param>
/// <param name="In">The days on which it is kept in a year; none where it is not kept.</param>
internal sealed record Holiday(string Name, Func<int, IEnumerable<DateOnly>> In)
{
    /// <param name="since">The first year in which it is kept.</param>
    public static Holiday On(int month, int day, string name, int since = 1) =>
        new(name, year => year < since ? [] : [new DateOnly(year, month, day)]);

    /// <param name="days">After Easter Sunday.</param>
    /// <param name="name">In English.</param>
    public static Holiday Easter(int days, string name) => new(name, year => [Calendars.Easter.Of(year).AddDays(days)]);

    /// <param name="nth">From 1; -1 for the last.</param>
    public static Holiday Nth(int nth, DayOfWeek weekday, int month, string name) =>
        new(name, year => [NthIn(year, month, weekday, nth)]);

    /// <summary>The last of a weekday before a date.</summary>
    public static Holiday Before(int month, int day, DayOfWeek weekday, string name) =>
        new(name, year => [LastBefore(new DateOnly(year, month, day), weekday)]);

    /// <summary>Kept on the weekday that is nearest: the Friday before a Saturday, the Monday after a Sunday.</summary>
    public Holiday OrNearestWeekday() =>
        new(
            Name,
            // The New Year's Day of a Saturday is kept in the year before.
            year => new[] { year, year + 1 }.SelectMany(In).SelectMany(Nearest).Where(day => day.Year == year)
        );

    /// <summary>Where it falls on a weekend, kept on the first of these weekdays after it as well.</summary>
    public Holiday AndAfterWeekend(DayOfWeek saturdays, DayOfWeek sundays) =>
        new(Name, year => In(year).SelectMany(day => WithSubstitute(day, saturdays, sundays)));

    private static IEnumerable<DateOnly> Nearest(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => [day, day.AddDays(-1)],
            DayOfWeek.Sunday => [day, day.AddDays(1)],
            _ => [day],
        };

    private static IEnumerable<DateOnly> WithSubstitute(DateOnly day, DayOfWeek saturdays, DayOfWeek sundays) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => [day, FirstAfter(day, saturdays)],
            DayOfWeek.Sunday => [day, FirstAfter(day, sundays)],
            _ => [day],
        };

    private static DateOnly FirstAfter(DateOnly day, DayOfWeek weekday) =>
        day.AddDays((((int)weekday - (int)day.DayOfWeek + 6) % 7) + 1);

    private static DateOnly LastBefore(DateOnly day, DayOfWeek weekday) =>
        day.AddDays(-((((int)day.DayOfWeek - (int)weekday + 6) % 7) + 1));

    private static DateOnly NthIn(int year, int month, DayOfWeek weekday, int nth) =>
        nth < 0
            ? LastBefore(new DateOnly(year, month, 1).AddMonths(1), weekday)
            : FirstAfter(new DateOnly(year, month, 1).AddDays(-1), weekday).AddDays(7 * (nth - 1));
}
