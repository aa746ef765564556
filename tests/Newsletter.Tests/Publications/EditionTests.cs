using Newsletter.Publications;

namespace Newsletter.Tests.Publications;

public sealed class EditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_rule_counts_from_when_it_was_set()
    {
        var edition = new Edition(Edition.Every);
        edition.Schedules(" 0 0 8 ? * THU ", Now);
        Assert.Equal(("0 0 8 ? * THU", Now), (edition.Schedule, edition.SettledUpTo));
        var rule = edition.RuleIn("Europe/Paris");
        Assert.Null(rule?.LatestDue(edition.SettledUpTo!.Value, Now.AddMinutes(1)));
    }

    [Fact]
    public void A_rule_taken_away_leaves_nothing_to_settle()
    {
        var edition = new Edition(Edition.Every);
        edition.Schedules("0 0 8 ? * THU", Now);
        edition.Schedules(" ", Now);
        Assert.Null(edition.Schedule);
        Assert.Null(edition.SettledUpTo);
        Assert.Null(edition.RuleIn("Europe/Paris"));
    }

    [Fact]
    public void What_is_settled_never_moves_back()
    {
        var edition = new Edition(Edition.Every);
        edition.Schedules("0 0 8 ? * THU", Now);
        edition.Settle(Now.AddDays(7));
        edition.Settle(Now.AddDays(1));
        Assert.Equal(Now.AddDays(7), edition.SettledUpTo);
    }

    [Fact]
    public void A_rule_that_is_none_leaves_the_old_one()
    {
        var edition = new Edition(Edition.Every);
        edition.Schedules("0 0 8 ? * THU", Now);
        Assert.Throws<Refusal>(() => edition.Schedules("nonsense", Now.AddDays(1)));
        Assert.Equal(("0 0 8 ? * THU", Now), (edition.Schedule, edition.SettledUpTo));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public void A_minimum_that_no_issue_can_have_is_refused(int minimum) =>
        Assert.Throws<Refusal>(() => new Edition(Edition.Every).NeedsAtLeast(minimum));
}
