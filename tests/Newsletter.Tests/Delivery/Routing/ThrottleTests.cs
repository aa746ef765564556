using Newsletter.Delivery.Routing;

namespace Newsletter.Tests.Delivery.Routing;

public sealed class ThrottleTests
{
    [Theory]
    [InlineData("20/s", 20, 1)]
    [InlineData("600 / m", 600, 60)]
    [InlineData("5000/H", 5000, 3600)]
    [InlineData("1/d", 1, 86400)]
    public void A_rate_is_a_number_and_a_unit(string text, int count, int seconds)
    {
        Assert.True(SendRate.TryParse(text, out var rate));
        Assert.Equal(new SendRate(count, TimeSpan.FromSeconds(seconds)), rate);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("0/s")]
    [InlineData("-1/s")]
    [InlineData("2.5/s")]
    [InlineData("20/w")]
    [InlineData("20/s/s")]
    public void Anything_else_is_no_rate(string? text) => Assert.False(SendRate.TryParse(text, out _));

    [Theory]
    [InlineData("1/s", 10)]
    [InlineData("50/s", 500)]
    [InlineData("1000/s", 10_000)]
    [InlineData("600/m", 100)]
    public void In_ten_seconds_goes_what_the_rate_says(string text, int expected)
    {
        Assert.InRange(Sent(new Throttle(RateOf(text)), TimeSpan.FromSeconds(10)), expected, (expected * 1.02) + 2);
    }

    [Fact]
    public void After_a_rest_nothing_is_made_up_for()
    {
        var throttle = new Throttle(RateOf("10/s"));
        _ = Sent(throttle, TimeSpan.FromSeconds(1));
        Assert.InRange(Sent(throttle, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), 10, 12);
    }

    [Fact]
    public void A_hint_halves_the_rate_and_half_a_minute_without_one_doubles_it_until_it_is_what_it_was()
    {
        var throttle = new Throttle(RateOf("8/s"));
        var now = TimeSpan.FromSeconds(100);
        Assert.True(throttle.SlowDown(now, measured: 8));
        Assert.Equal(TimeSpan.FromSeconds(0.25), throttle.SpacingAt(now));
        Assert.True(throttle.SlowDown(now + TimeSpan.FromSeconds(6), measured: 4));
        Assert.Equal(TimeSpan.FromSeconds(0.5), throttle.SpacingAt(now + TimeSpan.FromSeconds(35)));
        Assert.Equal(TimeSpan.FromSeconds(0.25), throttle.SpacingAt(now + TimeSpan.FromSeconds(37)));
        Assert.Equal(TimeSpan.FromSeconds(0.125), throttle.SpacingAt(now + TimeSpan.FromSeconds(67)));
        Assert.False(throttle.IsSlowed);
    }

    [Fact]
    public void Twenty_connections_that_are_told_the_same_are_one_hint()
    {
        var throttle = new Throttle(rate: null);
        Assert.True(throttle.SlowDown(TimeSpan.FromSeconds(1), measured: 10));
        for (var i = 0; i < 19; i++)
            Assert.False(throttle.SlowDown(TimeSpan.FromSeconds(1 + (i * 0.1)), measured: 10));
        Assert.Equal(TimeSpan.FromSeconds(0.2), throttle.SpacingAt(TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void Hints_without_end_leave_one_message_in_ten_seconds_and_their_end_sets_it_free()
    {
        var throttle = new Throttle(rate: null);
        var now = TimeSpan.Zero;
        for (var i = 0; i < 100; i++)
            throttle.SlowDown(now += TimeSpan.FromSeconds(6), measured: 10);
        Assert.Equal(TimeSpan.FromSeconds(10), throttle.SpacingAt(now));
        Assert.Null(throttle.SpacingAt(now + TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_turn_that_was_taken_and_not_used_is_anothers()
    {
        var throttle = new Throttle(RateOf("1/h"));
        var added = throttle.Took(TimeSpan.FromSeconds(1));
        Assert.True(throttle.NextAt(TimeSpan.FromSeconds(2)) > TimeSpan.FromMinutes(59));
        throttle.GiveBack(added);
        Assert.True(throttle.NextAt(TimeSpan.FromSeconds(2)) <= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_turn_that_was_taken_before_a_hint_gives_back_what_it_was_then()
    {
        var throttle = new Throttle(RateOf("10/s"));
        var now = TimeSpan.FromSeconds(1);
        var added = throttle.Took(now);
        throttle.SlowDown(now, measured: 1);
        var next = throttle.NextAt(now);
        throttle.GiveBack(added);
        Assert.Equal(next - TimeSpan.FromSeconds(0.1), throttle.NextAt(now));
    }

    [Theory]
    [InlineData("20/h", 180)]
    [InlineData("5/m", 12)]
    public void A_hint_makes_no_rate_faster_that_is_slow_already(string text, int seconds)
    {
        var throttle = new Throttle(RateOf(text));
        var now = TimeSpan.FromSeconds(1000);
        throttle.Took(now);
        var next = throttle.NextAt(now);
        throttle.SlowDown(now, measured: 0.01);
        Assert.True(throttle.NextAt(now) >= next);
        Assert.Equal(TimeSpan.FromSeconds(seconds), throttle.SpacingAt(now));
        Assert.True(throttle.NextAt(now + TimeSpan.FromSeconds(31)) >= next);
    }

    [Fact]
    public void Of_a_rate_that_is_never_reached_a_hint_halves_what_really_went()
    {
        var throttle = new Throttle(RateOf("1000/s"));
        throttle.SlowDown(TimeSpan.FromSeconds(100), measured: 40);
        Assert.Equal(TimeSpan.FromSeconds(0.05), throttle.SpacingAt(TimeSpan.FromSeconds(100)));
    }

    private static SendRate RateOf(string text) =>
        SendRate.TryParse(text, out var rate) ? rate : throw new FormatException(text);

    // Looked at every millisecond, as an eager connection would.
    private static int Sent(Throttle throttle, TimeSpan during, TimeSpan start = default)
    {
        var sent = 0;
        for (var now = start; now < start + during; now += TimeSpan.FromMilliseconds(1))
        {
            while (throttle.NextAt(now) <= now)
            {
                throttle.Took(now);
                sent++;
            }
        }

        return sent;
    }
}
