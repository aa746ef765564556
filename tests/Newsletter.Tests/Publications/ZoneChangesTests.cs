using System.Globalization;
using Newsletter.Publications;

namespace Newsletter.Tests.Publications;

/// <summary>
/// Ten years of the zones whose clocks change: a daily rule at each quarter of an hour around a change has one slot for
/// each day. In the long run all zones of the tz database; else each seventh.
/// </summary>
public sealed class ZoneChangesTests
{
    private const int FirstYear = 2020;
    private const int Years = 10;

    public static TheoryData<string> Zones =>
        [
            .. TimeZoneInfo
                .GetSystemTimeZones()
                .OrderBy(zone => zone.Id, StringComparer.Ordinal)
                .Where((_, place) => IsLong || place % 7 == 0)
                .Where(zone => Changes(zone).Any())
                .Select(zone => zone.Id),
        ];

    private static bool IsLong => Environment.GetEnvironmentVariable("NEWSLETTER_TESTS_LONG") == "1";

    [Theory, MemberData(nameof(Zones))]
    public void A_daily_rule_has_one_slot_for_each_day_around_every_change(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        foreach (var change in Changes(zone))
        foreach (var time in TimesAround(zone, change))
            Check(zone, change, time);
    }

    private static void Check(TimeZoneInfo zone, DateTimeOffset change, TimeOnly time)
    {
        var rule = new EditionRule(
            string.Create(CultureInfo.InvariantCulture, $"0 {time.Minute} {time.Hour} * * ?"),
            zone.Id
        );
        var from = change.AddDays(-3);
        var slots = rule.Following(from, 7).ToList();
        var where = $"{zone.Id} at {time}, change at {change:u}";
        Assert.True(slots.Zip(slots.Skip(1)).All(two => two.First < two.Second), where);
        for (var i = 0; i < slots.Count; i++)
        {
            Assert.True(IsRight(zone, slots[i], time), $"{where}: {slots[i]:O}");
            Assert.True(rule.LatestDue(from, slots[i]) == slots[i], $"{where}: {slots[i]:O} is not due at its hour");
        }

        // A day that the clocks leave out whole (Samoa's, none in these years) has no slot of its own.
        var days = slots.Select(slot => slot.Date).Distinct().Count();
        Assert.True(days >= slots.Count - 1, $"{where}: {slots.Count} slots on {days} days");
    }

    /// <summary>At its time and for the first time that day; or at the first minute after a gap that swallowed the time.</summary>
    private static bool IsRight(TimeZoneInfo zone, DateTimeOffset slot, TimeOnly time)
    {
        var before = TimeZoneInfo.ConvertTime(slot.AddMinutes(-1), zone);
        if (TimeOnly.FromDateTime(slot.DateTime) == time)
            return !ShowedBefore(zone, slot);
        var gap = slot.Offset - before.Offset;
        var wanted = slot.Date + time.ToTimeSpan();
        // A gap at midnight may swallow the last minutes of the day before.
        return gap > TimeSpan.Zero
            && new[] { wanted, wanted.AddDays(-1) }.Any(day => day > before.DateTime && day < slot.DateTime);
    }

    private static bool ShowedBefore(TimeZoneInfo zone, DateTimeOffset slot) =>
        Enumerable
            .Range(1, 3 * 60)
            .Any(minutes => TimeZoneInfo.ConvertTime(slot.AddMinutes(-minutes), zone).DateTime == slot.DateTime);

    // What the clock shows in the hours about the change, by quarters, and the noon that nothing touches.
    private static IEnumerable<TimeOnly> TimesAround(TimeZoneInfo zone, DateTimeOffset change) =>
        Enumerable
            .Range(-8, 16)
            .Select(quarter => TimeZoneInfo.ConvertTime(change.AddMinutes(quarter * 15), zone).DateTime)
            .SelectMany(shown => new[] { shown, shown.AddHours(1) })
            .Select(TimeOnly.FromDateTime)
            .Append(new TimeOnly(12, 0))
            .Distinct();

    private static IEnumerable<DateTimeOffset> Changes(TimeZoneInfo zone)
    {
        var end = new DateTimeOffset(FirstYear + Years, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var day = new DateTimeOffset(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero); day < end; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
                yield return Within(zone, day);
        }
    }

    private static DateTimeOffset Within(TimeZoneInfo zone, DateTimeOffset day)
    {
        var minute = 1;
        while (zone.GetUtcOffset(day.AddMinutes(minute)) == zone.GetUtcOffset(day))
            minute++;
        return day.AddMinutes(minute);
    }
}
