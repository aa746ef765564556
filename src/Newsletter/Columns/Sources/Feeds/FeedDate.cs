using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>The dates of feeds: RFC 822 and its successors as publishers write them, and ISO 8601 in all its lengths.</summary>
internal static partial class FeedDate
{
    private const int Longest = 100;

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        // RFC 822 section 5.1, and those that feeds have beside them, in minutes.
        ["UT"] = 0,
        ["GMT"] = 0,
        ["UTC"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["AKST"] = -540,
        ["AKDT"] = -480,
        ["HST"] = -600,
        ["AST"] = -240,
        ["ADT"] = -180,
        ["BRT"] = -180,
        ["ART"] = -180,
        ["BST"] = 60,
        ["WEST"] = 60,
        ["CET"] = 60,
        ["MET"] = 60,
        ["MEZ"] = 60,
        ["CEST"] = 120,
        ["MEST"] = 120,
        ["MESZ"] = 120,
        ["EET"] = 120,
        ["EEST"] = 180,
        ["MSK"] = 180,
        ["SAST"] = 120,
        ["IST"] = 330,
        ["SGT"] = 480,
        ["JST"] = 540,
        ["KST"] = 540,
        ["AEST"] = 600,
        ["AEDT"] = 660,
        ["NZST"] = 720,
        ["NZDT"] = 780,
    };

    private static readonly string[] Months =
    [
        "jan|janv|januar|gen|ene|january|janvier|enero|gennaio|янв",
        "feb|fev|fév|févr|fevr|february|février|febrero|febbraio|fevereiro|фев",
        "mar|mars|mär|mrz|march|märz|marzo|março|maart|мар",
        "apr|avr|abr|april|avril|abril|aprile|апр",
        "may|mai|mag|mayo|maggio|maio|mei|мая|май",
        "jun|juin|giu|june|juni|junio|giugno|junho|июн",
        "jul|juil|lug|july|juillet|juli|julio|luglio|julho|июл",
        "aug|aoû|aou|août|aout|ago|august|agosto|augustus|авг",
        "sep|sept|set|september|septembre|septiembre|settembre|setembro|сен",
        "oct|okt|ott|out|october|octobre|oktober|octubre|ottobre|outubro|окт",
        "nov|november|novembre|noviembre|novembro|ноя",
        "dec|déc|dez|dic|december|décembre|decembre|dezember|diciembre|dicembre|dezembro|дек",
    ];

    /// <summary>Null where it is no date. A date without a zone is taken as UTC, a day without an hour as its midnight.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        var written = text?.Trim();
        if (string.IsNullOrEmpty(written) || written.Length > Longest)
            return null;
        if (Iso().Match(written) is { Success: true } iso)
            return Of(iso, Number(iso, "month") ?? 1);
        return Words().Match(written) is { Success: true } words && Month(words.Groups["name"].Value) is { } month
            ? Of(words, month)
            : null;
    }

    private static DateTimeOffset? Of(Match match, int month)
    {
        var year = Number(match, "year") ?? 0;
        // RFC 2822 section 4.3.
        if (match.Groups["year"].Length <= 3)
            year += match.Groups["year"].Length is 2 && year < 50 ? 2000 : 1900;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (match.Groups["half"].Value is { Length: > 0 } half && hour is { } said)
            hour = (said % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        try
        {
            var day = new DateTime(year, month, Number(match, "day") ?? 1, 0, 0, 0, DateTimeKind.Unspecified);
            // 24:00 and a leap second are the next moment.
            var at = day.AddHours(hour ?? 0).AddMinutes(minute ?? 0).AddSeconds(second ?? 0);
            return (hour ?? 0) > 24 || (minute ?? 0) > 59 || (second ?? 0) > 60
                ? null
                : new DateTimeOffset(at, Zone(match));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan Zone(Match match)
    {
        if (match.Groups["sign"].Success)
        {
            var minutes = ((Number(match, "zoneHour") ?? 0) * 60) + (Number(match, "zoneMinute") ?? 0);
            // Beyond fourteen hours there is no zone.
            minutes = minutes > 14 * 60 ? 0 : minutes;
            return TimeSpan.FromMinutes(match.Groups["sign"].Value is "+" ? minutes : -minutes);
        }
        return TimeSpan.FromMinutes(Zones.GetValueOrDefault(match.Groups["zone"].Value));
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static int? Month(string name)
    {
        var word = name.TrimEnd('.').ToLowerInvariant();
        var month = Array.FindIndex(Months, names => names.Split('|').Contains(word, StringComparer.Ordinal));
        return month < 0 ? null : month + 1;
    }

    [GeneratedRegex(
        @"^(?<year>\d{4})(?:[-/]?(?<month>\d{2})(?:[-/]?(?<day>\d{2}))?)?(?:[T\s]\s*(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?:(?:GMT|UTC)?(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2})?|(?<zone>[A-Za-z]{1,5}))?)?\s*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?:[\p{L}.]+\s*,?\s+|[\p{L}.]+,\s*)??(?:(?<day>\d{1,2})(?:\.|st|nd|rd|th|er)?[\s-]+(?:de\s+)?(?<name>\p{L}{3,12}\.?)|(?<name>\p{L}{3,12}\.?)[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th)?,?)(?:[\s,-]+(?:de\s+)?(?<year>\d{2,4}))(?:,?\s+(?:at\s+|à\s+)?(?<hour>\d{1,2})[:hH.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?)?\s*(?:\(?(?:GMT|UTC|UT)?\s*(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2})?\)?|\(?(?<zone>[A-Za-z]{1,5})\)?)?(?:\s*\([^)]*\))?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Words();
}
