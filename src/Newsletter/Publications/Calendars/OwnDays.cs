using System.Globalization;

namespace Newsletter.Publications.Calendars;

/// <summary>Quiet days of a publication's own: a day or a range, of one year (2026-08-01/2026-08-21) or of each (12-24/01-02).</summary>
internal sealed record OwnDays
{
    private OwnDays(string text, DateOnly first, DateOnly last, bool isYearly) =>
        (Text, First, Last, IsYearly) = (text, first, last, isYearly);

    // A leap year, so that 29 February can be named for each year.
    private const int AnyYear = 2000;

    /// <summary>As it is written.</summary>
    public string Text { get; }

    private DateOnly First { get; }

    private DateOnly Last { get; }

    private bool IsYearly { get; }

    /// <summary>Null where the text is neither; a range of one year whose end lies before its beginning is none.</summary>
    public static OwnDays? TryParse(string text)
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length > 2)
            return null;
        if (Day(parts[0], "yyyy-MM-dd") is { } first && Day(parts[^1], "yyyy-MM-dd") is { } last)
            return last >= first && last.DayNumber - first.DayNumber <= QuietDays.LongestRange
                ? new OwnDays(text.Trim(), first, last, isYearly: false)
                : null;
        return
            Day($"{AnyYear}-{parts[0]}", "yyyy-MM-dd") is { } from
            && Day($"{AnyYear}-{parts[^1]}", "yyyy-MM-dd") is { } to
            && (to.DayOfYear - from.DayOfYear + 366) % 366 <= QuietDays.LongestRange
            ? new OwnDays(text.Trim(), from, to, isYearly: true)
            : null;
    }

    public bool Has(DateOnly day)
    {
        if (!IsYearly)
            return day >= First && day <= Last;
        var any = new DateOnly(AnyYear, day.Month, day.Day);
        return First <= Last ? any >= First && any <= Last : any >= First || any <= Last;
    }

    private static DateOnly? Day(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
