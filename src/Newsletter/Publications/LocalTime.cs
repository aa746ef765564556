using System.Globalization;

namespace Newsletter.Publications;

/// <summary>Reads the times that people type.</summary>
internal static class LocalTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>ISO 8601 with an offset or Z; without either, local to the zone. A local time that a change of clocks skips is the first instant after it; of one that it repeats, the first.</summary>
    /// <exception cref="Refusal">It is neither.</exception>
    public static DateTimeOffset Parse(string text, string zone)
    {
        var value = text.Trim();
        if (DateTime.TryParseExact(value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new LocalClock(TimeZoneInfo.FindSystemTimeZoneById(zone)).When(local).ToUniversalTime();
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return
            value.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, Styles, out var instant)
            ? instant
            : throw new Refusal(
                $"\"{value}\" is no time; write it as 2026-03-12T08:00 (in {zone}), or with an offset as 2026-03-12T08:00:00+01:00."
            );
    }
}
