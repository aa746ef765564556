namespace Newsletter.Publications.Calendars;

internal static class Easter
{
    /// <summary>Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher ("Astronomical Algorithms", chapter 8).</summary>
    public static DateOnly Of(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var correction = (century + 8) / 25;
        var moon = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - moon - (inCentury % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var days = moon + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
