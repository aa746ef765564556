using Newsletter.Delivery.Routing;

namespace Newsletter.Tests.Delivery.Routing;

public sealed class ShareTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(1, 99)]
    public void Two_relays_get_their_parts_however_fast_they_are(int first, int second)
    {
        Share[] shares = [new(first, 4), new(second, 4)];
        int[] taken = [0, 0];
        for (var turn = 0; turn < 20_000; turn++)
        {
            var now = TimeSpan.FromMilliseconds(turn);
            // The first is asked four times as often.
            var who = turn % 5 == 0 ? 1 : 0;
            if (!shares[who].MayTake(shares, now))
                continue;
            shares[who].Took(shares, shares, now);
            taken[who]++;
        }

        var expected = (double)first / (first + second);
        Assert.InRange((double)taken[0] / taken.Sum(), expected - 0.02, expected + 0.02);
    }

    [Fact]
    public void A_relay_that_hangs_keeps_nobody_waiting_and_has_no_arrears_when_it_is_back()
    {
        Share[] shares = [new(1, 1), new(1, 1)];
        var now = TimeSpan.FromSeconds(1);
        shares[0].Took(shares, shares, now);
        shares[1].Took(shares, shares, now);
        now += TimeSpan.FromSeconds(3);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(shares[0].MayTake(shares, now));
            shares[0].Took(shares, shares, now);
        }

        shares[1].Took(shares, shares, now);
        Assert.True(shares[0].MayTake(shares, now));
    }

    [Fact]
    public void Without_a_weight_whoever_is_free_may_take()
    {
        Share[] shares = [new(null, 1), new(null, 1)];
        for (var i = 0; i < 100; i++)
        {
            Assert.True(shares[0].MayTake(shares, TimeSpan.Zero));
            shares[0].Took(shares, shares, TimeSpan.Zero);
        }
    }

    [Fact]
    public void After_a_rest_of_all_nobody_is_locked_out_by_what_was_taken_while_another_was_away()
    {
        Share[] shares = [new(1, 1), new(1, 1)];
        var now = TimeSpan.FromSeconds(1);
        for (var i = 0; i < 1000; i++)
            shares[0].Took(shares, shares[..1], now);
        now += TimeSpan.FromSeconds(3);
        shares[1].Took(shares, shares, now);
        Assert.True(shares[0].MayTake(shares, now));
    }

    [Fact]
    public void A_relay_that_waits_for_its_rate_when_another_comes_back_is_not_locked_out()
    {
        Share[] shares = [new(1, 1), new(1, 1)];
        var now = TimeSpan.FromSeconds(1);
        for (var i = 0; i < 1000; i++)
            shares[0].Took(shares, [], now += TimeSpan.FromMilliseconds(20));
        // The first waits for its rate at this moment.
        shares[1].Took(shares, shares[1..], now);
        Assert.True(shares[0].MayTake(shares, now));
    }

    [Fact]
    public void A_relay_that_its_rate_held_back_has_no_arrears_once_the_rate_is_gone()
    {
        Share[] shares = [new(1, 1), new(1, 1)];
        var now = TimeSpan.FromSeconds(1);
        for (var i = 0; i < 1000; i++)
        {
            now += TimeSpan.FromMilliseconds(10);
            // One of ten is within the rate of the second.
            if (i % 10 == 0)
                shares[1].Took(shares, shares[..1], now);
            shares[0].Took(shares, shares[..1], now);
        }

        shares[1].Took(shares, shares, now);
        Assert.True(shares[0].MayTake(shares, now));
    }
}
