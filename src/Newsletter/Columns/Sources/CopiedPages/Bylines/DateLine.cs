using System.Globalization;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages.Bylines;

/// <summary>A line that says when the column was published: "Publié le 12 mars 2012 à 10h", "Posted on March 12, 2012".</summary>
internal sealed partial record DateLine(DateOnly Date, string Rest, bool Ambiguous)
{
    private const int Longest = 160;

    private static readonly string[][] Months =
    [
        ["janvier", "janv", "january", "jan", "januar", "enero", "gennaio", "janeiro", "januari"],
        [
            "février",
            "févr",
            "fév",
            "fevrier",
            "february",
            "feb",
            "februar",
            "febrero",
            "febbraio",
            "fevereiro",
            "februari",
        ],
        ["mars", "march", "mar", "märz", "marzo", "março", "maart"],
        ["avril", "avr", "april", "apr", "abril", "aprile"],
        ["mai", "may", "mayo", "maggio", "maio", "mei"],
        ["juin", "june", "jun", "juni", "junio", "giugno", "junho"],
        ["juillet", "juil", "july", "jul", "juli", "julio", "luglio", "julho"],
        ["août", "aout", "august", "aug", "agosto", "augustus"],
        ["septembre", "sept", "september", "sep", "septiembre", "settembre", "setembro"],
        ["octobre", "oct", "october", "oktober", "okt", "octubre", "ottobre", "outubro"],
        ["novembre", "nov", "november", "noviembre", "novembro"],
        ["décembre", "déc", "dec", "decembre", "december", "dezember", "dez", "diciembre", "dicembre", "dezembro"],
    ];

    /// <summary>The date, and what the line says beside it ("par Jean Dupont"); null where the line holds no date.</summary>
    public static DateLine? Read(string line)
    {
        if (
            line.Length > Longest
            || WrittenDate().Match(line) is not { Success: true } match
            || Day(match) is not { } day
        )
            return null;
        var time = Time().Match(line, match.Index + match.Length);
        var end = time.Success ? time.Index + time.Length : match.Index + match.Length;
        var before = Lead().Replace(line[..match.Index], "");
        var rest = Edges().Replace($"{Edges().Replace(before, "")} {Edges().Replace(line[end..], "")}", "");
        var slashed = match.Groups["a"].Success;
        return new DateLine(day, rest.Trim(), slashed && day.Day <= 12 && day.Day != day.Month);
    }

    private static DateOnly? Day(Match match)
    {
        var (year, month, day) =
            match.Groups["iso"].Success ? (Number(match, "year"), Number(match, "m"), Number(match, "day"))
            : match.Groups["a"].Success ? Ordered(Number(match, "year"), Number(match, "a"), Number(match, "b"))
            : (Number(match, "year"), MonthOf(match.Groups["month"].Value), Number(match, "day"));
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        return
            year is >= 1900 and <= 2100
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    // Day first, as in all of Europe; month first only where nothing else is possible.
    private static (int Year, int Month, int Day) Ordered(int year, int a, int b) =>
        b > 12 && a <= 12 ? (year, a, b) : (year, b, a);

    private static int MonthOf(string name) =>
        Array.FindIndex(Months, names => names.Contains(name.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)) + 1;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        @"(?<![\d\p{L}])(?:(?<iso>)(?<year>\d{4})-(?<m>\d{2})-(?<day>\d{2})|(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<year>\d{4}|\d{2})|(?<day>\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+|of\s+)?(?<month>\p{L}{3,11})\.?,?\s+(?:de\s+)?(?<year>\d{4})|(?<month>\p{L}{3,11})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4}))(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex WrittenDate();

    [GeneratedRegex(
        @"\G(?:T|\s*,?\s*(?:[àa@]|at|um|om|alle|ore|a\s+las|-|–|\||·)?\s*)\d{1,2}\s*(?:[h:]\s*(?:\d{2})?(?:\s*min)?(?::\d{2})?)\s*(?:[ap]\.?m\.?)?(?:\s*(?:Z|UTC|GMT|CET|CEST))?(?![\d\p{L}])|\G\s*,?\s*(?:at|@)?\s*\d{1,2}\s*[ap]\.?m\.?(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(?:\b(?:(?:article\s+)?(?:publiée?|postée?|mise?\s+en\s+ligne|mise?\s+à\s+jour|écrite?|modifiée?|créée?|paru)(?:\s+le|\s*:)?|(?:posted|published|updated|written|last\s+updated|last\s+modified)(?:\s+on|\s*:)?|veröffentlicht(?:\s+am)?|publicado(?:\s+el|\s+em)?|pubblicato(?:\s+il)?|geplaatst(?:\s+op)?|date\s*(?:de\s+publication)?\s*:|le|on|am|el|il|op|em)\s*)?\s*:?\s*(?:\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\.?,?\s*(?:le\s+|the\s+)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Lead();

    [GeneratedRegex(@"^[\s,;:|·•–—/()\[\]-]+|[\s,;:|·•–—/()\[\]-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Edges();
}
