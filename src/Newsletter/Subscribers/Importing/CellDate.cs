using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// An instant as other programs write it. What could be read in two ways, such as 03/04/2025, is not read at all: a
/// date in a proof is true or it is not there. Without a zone UTC is meant.
/// </summary>
internal static partial class CellDate
{
    // Before that nobody subscribed by mail; earlier dates are what programs write for "none".
    private const int FirstYear = 1990;

    /// <param name="cell">As the file has it.</param>
    /// <param name="now">An instant after it is not believed.</param>
    public static DateTimeOffset? OrNull(string cell, DateTimeOffset now)
    {
        var text = cell.Trim();
        if (text.Length is < 8 or > 60)
            return null;
        try
        {
            var read =
                YearFirst().Match(text) is { Success: true } iso ? Instant(iso, "month", "day")
                : YearLast().Match(text) is { Success: true } match ? DayAndMonth(match)
                : Worded(text);
            return read is { } instant && instant.Year >= FirstYear && instant <= now ? instant : null;
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or FormatException)
        {
            // The 31st of February, or a zone of 30 hours.
            return null;
        }
    }

    private static DateTimeOffset? DayAndMonth(Match match)
    {
        var (first, second) = (Number(match, "first"), Number(match, "second"));
        if (first > 12 || first == second)
            return Instant(match, "second", "first");
        if (second > 12)
            return Instant(match, "first", "second");
        // With dots and hyphens the day comes first wherever the year comes last; a slash tells nothing.
        return match.Groups["slash"].Value == "/" ? null : Instant(match, "second", "first");
    }

    private static DateTimeOffset Instant(Match match, string month, string day)
    {
        var hour = Number(match, "hour");
        if (match.Groups["half"] is { Success: true, Value: var half })
            hour = (hour % 12) + (half[0] is 'P' or 'p' ? 12 : 0);
        var time = new DateTime(
            Number(match, "year"),
            Number(match, month),
            Number(match, day),
            hour,
            Number(match, "minute"),
            Number(match, "second60"),
            DateTimeKind.Unspecified
        );
        var fraction = match.Groups["fraction"].Value;
        if (fraction.Length > 0)
            time = time.AddTicks(long.Parse(fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture));
        return new DateTimeOffset(time, Zone(match)).ToUniversalTime();
    }

    private static TimeSpan Zone(Match match)
    {
        var size = new TimeSpan(Number(match, "zoneHour"), Number(match, "zoneMinute"), 0);
        return match.Groups["sign"].Value == "-" ? -size : size;
    }

    /// <summary>"5 Jan 2025 10:00": a month that is a word can be read in one way only.</summary>
    private static DateTimeOffset? Worded(string text) =>
        text.Any(char.IsAsciiLetter)
        && text.Any(char.IsAsciiDigit)
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    private const string Time =
        @"(?:[T ,]+(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second60>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[AaPp][Mm])?)?\s*(?:Z|UTC|GMT|(?<sign>[+-])(?<zoneHour>\d\d):?(?<zoneMinute>\d\d)?)?(?:\s*UTC)?$";

    [GeneratedRegex(
        @"^(?<year>\d{4})[-/.](?<month>\d\d?)[-/.](?<day>\d\d?)" + Time,
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?<first>\d\d?)(?<slash>[-/.])(?<second>\d\d?)[-/.](?<year>\d{4})" + Time,
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex YearLast();
}
