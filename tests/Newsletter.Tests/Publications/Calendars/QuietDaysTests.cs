using System.Globalization;
using Newsletter.Publications;
using Newsletter.Publications.Calendars;

namespace Newsletter.Tests.Publications.Calendars;

public sealed class QuietDaysTests
{
    // Published by the United States Naval Observatory, https://aa.usno.navy.mil/data/easter, and the extremes of the rule.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2285-03-22")]
    public void Easter_is_where_the_tables_have_it(string day) => Assert.Equal(Day(day), Easter.Of(Day(day).Year));

    // Each as its government announced it for the year.
    [Theory]
    [InlineData("fr", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("fr", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(
        "fr-alsace-moselle",
        2026,
        "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26"
    )]
    [InlineData("be", 2025, "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("ch", 2026, "01-01 05-14 08-01 12-25")]
    [InlineData("de", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26")]
    [InlineData("at", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26")]
    [InlineData("nl", 2025, "01-01 04-20 04-21 04-26 05-29 06-08 06-09 12-25 12-26")]
    [InlineData("gb", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28")]
    [InlineData("gb", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28")]
    [InlineData("gb", 2022, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27")]
    [InlineData("ie", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26")]
    [InlineData("us", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(
        "us",
        2021,
        "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"
    )]
    [InlineData("ca", 2026, "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26")]
    public void The_public_holidays_of_a_year_are_those_that_were_announced(string country, int year, string days)
    {
        var found = Holidays.In(country, year).Select(holiday => holiday.Day).Distinct().Order();
        Assert.Equal(days.Split(' ').Select(day => Day($"{year}-{day}")), found);
    }

    [Fact]
    public void Each_country_has_a_name_for_each_of_its_days_in_any_year()
    {
        foreach (var country in Holidays.Countries)
        foreach (var year in Enumerable.Range(1990, 120))
            Assert.All(
                Holidays.In(country, year),
                holiday => Assert.Equal((year, true), (holiday.Day.Year, holiday.Name.Length > 0))
            );
    }

    [Theory]
    [InlineData("2026-12-24", "2026-12-24", true)]
    [InlineData("2026-12-24", "2027-12-24", false)]
    [InlineData("12-24", "2027-12-24", true)]
    [InlineData("02-29", "2028-02-29", true)]
    [InlineData("02-29", "2027-02-28", false)]
    [InlineData("2026-08-01/2026-08-21", "2026-08-21", true)]
    [InlineData("2026-08-01/2026-08-21", "2026-08-22", false)]
    [InlineData("12-24/01-02", "2026-12-31", true)]
    [InlineData("12-24/01-02", "2027-01-02", true)]
    [InlineData("12-24/01-02", "2027-01-03", false)]
    public void A_day_or_range_of_ones_own_is_quiet_as_written(string written, string day, bool isQuiet) =>
        Assert.Equal(isQuiet, QuietDays.None.On(written).Why(Day(day)) is not null);

    [Theory]
    [InlineData("xx")]
    [InlineData("2026-02-30")]
    [InlineData("2026-08-21/2026-08-01")]
    [InlineData("2026-01-01/2026-12-31")]
    [InlineData("2026-08-01/08-21")]
    [InlineData("01-01/12-31")]
    [InlineData("fr,Christmas")]
    [InlineData("1/2/3")]
    public void What_is_no_quiet_day_is_refused_with_what_can_be_one(string written)
    {
        var refusal = Assert.Throws<Refusal>(() => QuietDays.None.On(written));
        Assert.Contains("(--quiet)", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("fr-alsace-moselle", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_is_read_back_as_it_was()
    {
        var quiet = QuietDays.None.On("fr, 12-24, 2026-08-01/2026-08-21").Answered("move");
        var back = QuietDays.Parse(quiet.ToJson());
        Assert.Equal(["fr", "12-24", "2026-08-01/2026-08-21"], back.Words);
        Assert.True(back.Moves);
    }

    [Fact]
    public void A_rule_skips_the_hours_of_quiet_days_and_says_why()
    {
        var rule = new EditionRule("0 0 8 ? * FRI", "Europe/Paris", QuietDays.None.On("fr"));
        var from = At("2026-04-28T00:00:00Z");

        Assert.Equal(["2026-05-15T08:00:00+02:00", "2026-05-22T08:00:00+02:00"], rule.Following(from, 2).Select(Shown));
        Assert.Equal(
            ["2026-05-01T08:00:00+02:00 Labour Day (fr)", "2026-05-08T08:00:00+02:00 Victory Day (fr)"],
            rule.QuietBetween(from, At("2026-05-22T08:00:00Z")).Select(slot => $"{Shown(slot.At)} {slot.Why}")
        );
        Assert.Null(rule.LatestDue(from, At("2026-05-14T00:00:00Z")));
        Assert.Equal(At("2026-05-15T06:00:00Z"), rule.LatestDue(from, At("2026-05-16T00:00:00Z")));
    }

    [Fact]
    public void An_hour_of_a_quiet_day_is_moved_to_the_next_day_that_is_none()
    {
        var rule = new EditionRule(
            "0 0 8 ? * THU",
            "Europe/Paris",
            QuietDays.None.On("fr,2026-12-26/2026-12-28,2026-12-24").Answered("move")
        );

        Assert.Equal(
            ["2026-12-17T08:00:00+01:00", "2026-12-29T08:00:00+01:00", "2026-12-31T08:00:00+01:00"],
            rule.Following(At("2026-12-16T00:00:00Z"), 3).Select(Shown)
        );
    }

    [Fact]
    public void Hours_that_are_moved_onto_others_stand_in_order_and_count_once()
    {
        var rule = new EditionRule(
            "0 0 8,18 ? * FRI,SAT,SUN",
            "Europe/Paris",
            QuietDays.None.On("2026-03-06,2026-03-07").Answered("move")
        );
        var slots = rule.Following(At("2026-03-05T00:00:00Z"), 4).ToList();

        Assert.Equal(
            [
                "2026-03-08T08:00:00+01:00",
                "2026-03-08T18:00:00+01:00",
                "2026-03-13T08:00:00+01:00",
                "2026-03-13T18:00:00+01:00",
            ],
            slots.Select(Shown)
        );
    }

    [Theory]
    [InlineData("0 0 8 ? * THU", "move")]
    [InlineData("0 0 8 * * ?", "move")]
    [InlineData("0 0 8 * * ?", "skip")]
    [InlineData("0 30 2 * * ?", "move")]
    [InlineData("0 0 0/5 * * ?", "move")]
    [InlineData("0 0 0/5 * * ?", "skip")]
    [InlineData("0 0 9 24 12 ?", "move")]
    public void The_latest_slot_due_is_the_last_of_those_that_followed(string cron, string answer)
    {
        var quiet = QuietDays.None.On("fr,12-24/01-02,2026-03-27/2026-03-29,10-25").Answered(answer);
        var rule = new EditionRule(cron, "Europe/Paris", quiet);
        var settled = At("2026-01-01T00:00:00Z");
        var slots = rule.Following(settled, 400).ToList();
        Assert.Equal(slots.Order().Distinct(), slots);
        Assert.All(slots, slot => Assert.Null(quiet.Why(DateOnly.FromDateTime(slot.DateTime))));
        for (var i = 0; i < slots.Count - 1; i++)
        {
            Assert.Equal(slots[i], rule.LatestDue(settled, slots[i]));
            Assert.Equal(slots[i], rule.LatestDue(settled, slots[i + 1].AddTicks(-1)));
            Assert.Null(rule.LatestDue(slots[i], slots[i + 1].AddTicks(-1)));
        }
    }

    [Fact]
    public void A_rule_all_of_whose_days_are_quiet_has_no_slot()
    {
        var quiet = QuietDays.None.On("01-01/03-31,04-01/06-30,07-01/09-30,10-01/12-31").Answered("move");
        var rule = new EditionRule("0 0 8 * * ?", "Europe/Paris", quiet);
        Assert.Null(rule.NextAfter(At("2026-01-01T00:00:00Z")));
        Assert.Null(rule.LatestDue(At("2026-01-01T00:00:00Z"), At("2026-06-01T00:00:00Z")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Shown(DateTimeOffset slot) =>
        slot.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
