using System.Collections.Frozen;
using static Newsletter.Publications.Calendars.Holiday;

namespace Newsletter.Publications.Calendars;

/// <summary>
/// The public holidays that are kept in the whole of a country, by rule. Those of a part of it, and those that a
/// government sets for one year, are for the publication's own days.
/// </summary>
internal static class Holidays
{
    private static readonly Holiday NewYear = On(1, 1, "New Year's Day");
    private static readonly Holiday Epiphany = On(1, 6, "Epiphany");
    private static readonly Holiday GoodFriday = Easter(-2, "Good Friday");
    private static readonly Holiday EasterSunday = Easter(0, "Easter Sunday");
    private static readonly Holiday EasterMonday = Easter(1, "Easter Monday");
    private static readonly Holiday MayDay = On(5, 1, "Labour Day");
    private static readonly Holiday Ascension = Easter(39, "Ascension Day");
    private static readonly Holiday WhitSunday = Easter(49, "Whit Sunday");
    private static readonly Holiday WhitMonday = Easter(50, "Whit Monday");
    private static readonly Holiday CorpusChristi = Easter(60, "Corpus Christi");
    private static readonly Holiday Assumption = On(8, 15, "Assumption Day");
    private static readonly Holiday AllSaints = On(11, 1, "All Saints' Day");
    private static readonly Holiday Armistice = On(11, 11, "Armistice Day");
    private static readonly Holiday Immaculate = On(12, 8, "Immaculate Conception");
    private static readonly Holiday Christmas = On(12, 25, "Christmas Day");
    private static readonly Holiday SecondChristmas = On(12, 26, "Saint Stephen's Day");

    // Code du travail, article L3133-1.
    private static readonly Holiday[] France =
    [
        NewYear,
        EasterMonday,
        MayDay,
        On(5, 8, "Victory Day"),
        Ascension,
        WhitMonday,
        On(7, 14, "Bastille Day"),
        Assumption,
        AllSaints,
        Armistice,
        Christmas,
    ];

    private static readonly FrozenDictionary<string, Holiday[]> ByCountry = new Dictionary<string, Holiday[]>
    {
        ["fr"] = France,
        // Code du travail, article L3134-13.
        ["fr-alsace-moselle"] = [.. France, GoodFriday, SecondChristmas],
        ["be"] =
        [
            NewYear,
            EasterMonday,
            MayDay,
            Ascension,
            WhitMonday,
            On(7, 21, "National Day"),
            Assumption,
            AllSaints,
            Armistice,
            Christmas,
        ],
        ["lu"] =
        [
            NewYear,
            EasterMonday,
            MayDay,
            On(5, 9, "Europe Day", since: 2019),
            Ascension,
            WhitMonday,
            On(6, 23, "National Day"),
            Assumption,
            AllSaints,
            Christmas,
            SecondChristmas,
        ],
        ["ch"] = [NewYear, Ascension, On(8, 1, "National Day"), Christmas],
        ["de"] =
        [
            NewYear,
            GoodFriday,
            EasterMonday,
            MayDay,
            Ascension,
            WhitMonday,
            On(10, 3, "German Unity Day"),
            Christmas,
            SecondChristmas,
        ],
        ["at"] =
        [
            NewYear,
            Epiphany,
            EasterMonday,
            MayDay,
            Ascension,
            WhitMonday,
            CorpusChristi,
            Assumption,
            On(10, 26, "National Day"),
            AllSaints,
            Immaculate,
            Christmas,
            SecondChristmas,
        ],
        ["it"] =
        [
            NewYear,
            Epiphany,
            EasterSunday,
            EasterMonday,
            On(4, 25, "Liberation Day"),
            MayDay,
            On(6, 2, "Republic Day"),
            Assumption,
            On(10, 4, "Saint Francis' Day", since: 2026),
            AllSaints,
            Immaculate,
            Christmas,
            SecondChristmas,
        ],
        ["es"] =
        [
            NewYear,
            Epiphany,
            GoodFriday,
            MayDay,
            Assumption,
            On(10, 12, "National Day"),
            AllSaints,
            On(12, 6, "Constitution Day"),
            Immaculate,
            Christmas,
        ],
        ["pt"] =
        [
            NewYear,
            GoodFriday,
            EasterSunday,
            On(4, 25, "Freedom Day"),
            MayDay,
            CorpusChristi,
            On(6, 10, "Portugal Day"),
            Assumption,
            On(10, 5, "Republic Day"),
            AllSaints,
            On(12, 1, "Restoration of Independence"),
            Immaculate,
            Christmas,
        ],
        ["nl"] =
        [
            NewYear,
            EasterSunday,
            EasterMonday,
            new("King's Day", KingsDay),
            Ascension,
            WhitSunday,
            WhitMonday,
            Christmas,
            SecondChristmas,
        ],
        // England and Wales; Banking and Financial Dealings Act 1971.
        ["gb"] =
        [
            NewYear.AndAfterWeekend(DayOfWeek.Monday, DayOfWeek.Monday),
            GoodFriday,
            EasterMonday,
            Nth(1, DayOfWeek.Monday, 5, "Early May bank holiday"),
            Nth(-1, DayOfWeek.Monday, 5, "Spring bank holiday"),
            Nth(-1, DayOfWeek.Monday, 8, "Summer bank holiday"),
            Christmas.AndAfterWeekend(DayOfWeek.Monday, DayOfWeek.Tuesday),
            On(12, 26, "Boxing Day").AndAfterWeekend(DayOfWeek.Monday, DayOfWeek.Tuesday),
        ],
        ["ie"] =
        [
            NewYear,
            new("Saint Brigid's Day", SaintBrigid),
            On(3, 17, "Saint Patrick's Day"),
            EasterMonday,
            Nth(1, DayOfWeek.Monday, 5, "May holiday"),
            Nth(1, DayOfWeek.Monday, 6, "June holiday"),
            Nth(1, DayOfWeek.Monday, 8, "August holiday"),
            Nth(-1, DayOfWeek.Monday, 10, "October holiday"),
            Christmas,
            SecondChristmas,
        ],
        // 5 U.S. Code section 6103.
        ["us"] =
        [
            NewYear.OrNearestWeekday(),
            Nth(3, DayOfWeek.Monday, 1, "Martin Luther King Day"),
            Nth(3, DayOfWeek.Monday, 2, "Washington's Birthday"),
            Nth(-1, DayOfWeek.Monday, 5, "Memorial Day"),
            On(6, 19, "Juneteenth", since: 2021).OrNearestWeekday(),
            On(7, 4, "Independence Day").OrNearestWeekday(),
            Nth(1, DayOfWeek.Monday, 9, "Labor Day"),
            Nth(2, DayOfWeek.Monday, 10, "Columbus Day"),
            On(11, 11, "Veterans Day").OrNearestWeekday(),
            Nth(4, DayOfWeek.Thursday, 11, "Thanksgiving Day"),
            Christmas.OrNearestWeekday(),
        ],
        ["ca"] =
        [
            NewYear,
            GoodFriday,
            Before(5, 25, DayOfWeek.Monday, "Victoria Day"),
            On(7, 1, "Canada Day"),
            Nth(1, DayOfWeek.Monday, 9, "Labour Day"),
            On(9, 30, "Day for Truth and Reconciliation", since: 2021),
            Nth(2, DayOfWeek.Monday, 10, "Thanksgiving Day"),
            On(11, 11, "Remembrance Day"),
            Christmas,
            On(12, 26, "Boxing Day"),
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those whose holidays are known, as people write them.</summary>
    public static IEnumerable<string> Countries => ByCountry.Keys.Order(StringComparer.Ordinal);

    public static bool Has(string country) => ByCountry.ContainsKey(country);

    /// <summary>Each day that is one in a year, with its name.</summary>
    public static IEnumerable<(DateOnly Day, string Name)> In(string country, int year) =>
        ByCountry[country].SelectMany(holiday => holiday.In(year).Select(day => (day, holiday.Name)));

    // On 27 April; on the day before where that is a Sunday.
    private static IEnumerable<DateOnly> KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return [day.DayOfWeek is DayOfWeek.Sunday ? day.AddDays(-1) : day];
    }

    // Since 2023 on 1 February where that is a Friday, else on the first Monday.
    private static IEnumerable<DateOnly> SaintBrigid(int year)
    {
        var first = new DateOnly(year, 2, 1);
        return year < 2023 ? []
            : first.DayOfWeek is DayOfWeek.Friday ? [first]
            : [first.AddDays((8 - (int)first.DayOfWeek) % 7)];
    }
}
