using System.Globalization;
using Newsletter.Publications;

namespace Newsletter.Tests.Publications;

public sealed class EditionRuleTests
{
    [Fact]
    public void The_next_five_issues_bear_the_offset_of_their_zone_across_the_change_of_clocks()
    {
        var rule = new EditionRule("0 0 8 ? * THU", "Europe/Paris");
        Assert.Equal(
            [
                "2026-03-12T08:00:00+01:00",
                "2026-03-19T08:00:00+01:00",
                "2026-03-26T08:00:00+01:00",
                "2026-04-02T08:00:00+02:00",
                "2026-04-09T08:00:00+02:00",
            ],
            rule.Following(At("2026-03-05T07:00:00Z"), 5).Select(Shown)
        );
    }

    // What each zone's clocks did: https://www.iana.org/time-zones
    [Theory]
    [InlineData(
        "0 30 2 * * ?",
        "Europe/Paris",
        "2026-03-28T12:00:00Z",
        "2026-03-29T03:00:00+02:00",
        "2026-03-30T02:30:00+02:00"
    )]
    [InlineData(
        "0 30 2 * * ?",
        "Europe/Paris",
        "2026-10-24T12:00:00Z",
        "2026-10-25T02:30:00+02:00",
        "2026-10-26T02:30:00+01:00"
    )]
    [InlineData(
        "0 30 2 * * ?",
        "America/New_York",
        "2026-03-07T12:00:00Z",
        "2026-03-08T03:00:00-04:00",
        "2026-03-09T02:30:00-04:00"
    )]
    [InlineData(
        "0 30 1 * * ?",
        "America/New_York",
        "2026-10-31T12:00:00Z",
        "2026-11-01T01:30:00-04:00",
        "2026-11-02T01:30:00-05:00"
    )]
    [InlineData(
        "0 15 2 * * ?",
        "Australia/Lord_Howe",
        "2026-10-03T00:00:00Z",
        "2026-10-04T02:30:00+11:00",
        "2026-10-05T02:15:00+11:00"
    )]
    [InlineData(
        "0 30 0 * * ?",
        "America/Santiago",
        "2026-09-05T12:00:00Z",
        "2026-09-06T01:00:00-03:00",
        "2026-09-07T00:30:00-03:00"
    )]
    [InlineData(
        "0 0 8 * * ?",
        "Asia/Kathmandu",
        "2026-03-05T00:00:00Z",
        "2026-03-05T08:00:00+05:45",
        "2026-03-06T08:00:00+05:45"
    )]
    [InlineData(
        "0 0 0 * * ?",
        "Pacific/Kiritimati",
        "2026-03-05T00:00:00Z",
        "2026-03-06T00:00:00+14:00",
        "2026-03-07T00:00:00+14:00"
    )]
    public void A_skipped_hour_is_served_after_the_gap_and_a_repeated_one_once(
        string cron,
        string zone,
        string after,
        string first,
        string second
    ) => Assert.Equal([first, second], new EditionRule(cron, zone).Following(At(after), 2).Select(Shown));

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Tehran")]
    [InlineData("Europe/Dublin")]
    [InlineData("America/Nuuk")]
    [InlineData("Asia/Gaza")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Africa/Cairo")]
    public void A_daily_rule_has_one_slot_for_each_day_of_two_years_at_any_half_hour(string zone)
    {
        var from = At("2026-01-01T12:00:00Z");
        for (var half = 0; half < 48; half += 1)
        {
            var rule = new EditionRule(
                string.Create(CultureInfo.InvariantCulture, $"0 {half % 2 * 30} {half / 2} * * ?"),
                zone
            );
            var slots = rule.Following(from, 731).ToList();
            Assert.Equal(731, slots.Count);
            Assert.All(slots.Zip(slots.Skip(1)), two => Assert.InRange((two.Second - two.First).TotalHours, 21, 27));
        }
    }

    [Theory]
    [InlineData("0 0 8 ? * THU", "Europe/Paris")]
    [InlineData("0 30 2 * * ?", "Europe/Paris")]
    [InlineData("0 30 2 * * ?", "Australia/Lord_Howe")]
    [InlineData("0 15 1 1 * ?", "America/New_York")]
    [InlineData("0 0 9 ? * MON#1", "Asia/Tokyo")]
    [InlineData("0 0 9 L * ?", "Europe/London")]
    [InlineData("0 0 9 29 2 ? 2026-2080", "Europe/London")]
    [InlineData("0 20 1 * * ?", "Europe/Dublin")]
    [InlineData("0 20/10 1,2 * * ?", "Africa/Casablanca")]
    [InlineData("0 5 2 25 10 ?", "Europe/Paris")]
    [InlineData("0 0/30 * * * ?", "Europe/Paris")]
    public void The_latest_slot_due_is_the_last_of_those_that_followed(string cron, string zone)
    {
        var rule = new EditionRule(cron, zone);
        var settled = At("2026-01-01T00:00:00Z");
        var slots = rule.Following(settled, 30).ToList();
        Assert.Null(rule.LatestDue(settled, slots[0].AddTicks(-1)));
        for (var i = 0; i < slots.Count - 1; i++)
        {
            Assert.Equal(slots[i], rule.LatestDue(settled, slots[i]));
            Assert.Equal(slots[i], rule.LatestDue(settled, slots[i + 1].AddTicks(-1)));
            Assert.Null(rule.LatestDue(slots[i], slots[i + 1].AddTicks(-1)));
        }
    }

    [Fact]
    public void In_the_hour_that_comes_twice_its_slot_is_due_once()
    {
        var rule = new EditionRule("0 30 2 * * ?", "Europe/Paris");
        var slot = At("2026-10-25T02:30:00+02:00");
        foreach (
            var now in new[] { "2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00", "2026-10-25T02:40:00+01:00" }
        )
            Assert.Equal(slot, rule.LatestDue(slot.AddDays(-1), At(now)));
        Assert.Null(rule.LatestDue(slot, At("2026-10-25T02:40:00+01:00")));
    }

    [Fact]
    public void Only_the_latest_of_many_missed_slots_is_due()
    {
        var rule = new EditionRule("0 0 8 * * ?", "Europe/Paris");
        var due = rule.LatestDue(At("2026-03-01T08:00:00Z"), At("2026-03-05T12:00:00Z"));
        Assert.Equal(At("2026-03-05T07:00:00Z"), due);
        Assert.Null(rule.LatestDue(due!.Value, At("2026-03-05T12:00:00Z")));
    }

    [Fact]
    public void A_rule_whose_years_are_over_has_no_slot()
    {
        var rule = new EditionRule("0 0 8 1 1 ? 2020", "Europe/Paris");
        Assert.Null(rule.NextAfter(At("2026-01-01T00:00:00Z")));
        Assert.Empty(rule.Following(At("2026-01-01T00:00:00Z"), 5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("every Thursday")]
    [InlineData("0 8 * * 4")]
    [InlineData("0 0 25 ? * THU")]
    [InlineData("0 60 8 ? * THU")]
    [InlineData("0 0 8 ? * THURSDAYS")]
    [InlineData("0 0 8 30 2 ?")]
    [InlineData("0 0 8 ? * THU 1999")]
    [InlineData("0 0 8 ? * THU; DROP TABLE")]
    public void What_is_no_schedule_is_refused_with_one_that_is(string cron)
    {
        var refusal = Assert.Throws<Refusal>(() => EditionRule.Checked(cron, At("2026-03-05T07:00:00Z")));
        Assert.Contains("0 0 8 ? * THU", refusal.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Shown(DateTimeOffset slot) =>
        slot.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
