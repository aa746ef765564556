using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;

namespace Newsletter.Tests.Delivery.Routing;

public sealed class DomainLaneTests
{
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(5);

    [Fact]
    public void What_cannot_go_soon_gets_its_turn_one_after_another()
    {
        var lane = new DomainLane(new SendRate(1, TimeSpan.FromSeconds(1)), connections: null);
        var turns = Enumerable.Range(0, 20).Select(i => lane.Offer(To(i), Now, room: 100)).ToList();
        Assert.Equal(5, turns.Count(turn => turn is null));
        Assert.Equal(
            Enumerable.Range(6, 15).Select(i => (TimeSpan?)(Now + TimeSpan.FromSeconds(i))),
            turns.Where(turn => turn is not null)
        );
    }

    [Fact]
    public void No_turn_is_so_far_off_that_a_mended_setting_or_a_domain_that_recovers_would_wait_for_it()
    {
        var set = new DomainLane(new SendRate(1, TimeSpan.FromHours(1)), connections: null);
        var slowed = new DomainLane(rate: null, connections: null);
        slowed.Throttle.SlowDown(Now, measured: 1);
        for (var i = 0; i < 1000; i++)
        {
            _ = set.Offer(To(i), Now, room: 10);
            _ = slowed.Offer(To(i), Now, room: 10);
        }

        Assert.Equal(Now + TimeSpan.FromMinutes(10), set.Slot(Now));
        Assert.Equal(Now + TimeSpan.FromMinutes(2), slowed.Slot(Now));
    }

    [Fact]
    public void A_domain_that_is_met_for_the_first_time_and_asks_for_less_gets_one_in_two_seconds()
    {
        var domains = new RecipientDomains([]);
        var later = new DeliveryOutcome.Interrupted(new RelayFault("421 4.7.0", RelayFaultKind.Passing))
        {
            Pressure = Pressure.Domain,
        };
        Assert.Null(domains.Count(To(1), later, Now));
        Assert.Equal(TimeSpan.FromSeconds(2), domains.LaneOf(To(2))!.Throttle.SpacingAt(Now));
    }

    [Fact]
    public void A_domain_that_puts_off_every_twentieth_message_is_not_slowed_and_one_that_puts_off_every_third_is()
    {
        var later = new DeliveryOutcome.TryLater("451 4.7.1 later") { Pressure = Pressure.Domain };
        var taken = new DeliveryOutcome.Accepted("250 Ok");
        var domains = new RecipientDomains([]);
        for (var i = 0; i < 2000; i++)
            domains.Count(To(i), i % 20 == 0 ? later : taken, Now);
        Assert.Null(domains.LaneOf(To(1)));
        for (var i = 0; i < 200; i++)
            domains.Count(To(i), i % 3 == 0 ? later : taken, Now);
        Assert.True(domains.LaneOf(To(1))!.Throttle.IsSlowed);
    }

    [Theory]
    [InlineData("451 4.7.1 Greylisting in action, please come back later", 0)]
    [InlineData("450 4.2.0 Graylisted", 0)]
    [InlineData("451 4.7.1 Too many messages", 2)]
    [InlineData("421 4.7.0 Try again", 2)]
    public void What_is_only_greylisted_asks_for_no_other_rate(string reply, int asks) =>
        Assert.Equal(
            asks,
            (int)
                Reply
                    .Read(int.Parse(reply[..3], System.Globalization.CultureInfo.InvariantCulture), reply[4..], "relay")
                    .Pressure
        );

    [Fact]
    public void No_more_go_at_once_than_are_allowed()
    {
        var lane = new DomainLane(rate: null, connections: 2);
        for (var i = 0; i < 3; i++)
            Assert.Null(lane.Offer(To(i), Now, room: 100));
        var first = lane.Take(Now);
        _ = lane.Take(Now);
        Assert.Null(lane.NextAt(Now));
        lane.Done(first, TimeSpan.FromSeconds(1));
        Assert.Equal(Now, lane.NextAt(Now));
    }

    [Fact]
    public void A_stopped_domain_is_left_alone_until_the_stop_is_over()
    {
        var lane = new DomainLane(rate: null, connections: null);
        lane.Stop(Now + TimeSpan.FromHours(1));
        Assert.Equal(Now + TimeSpan.FromMinutes(5), lane.Offer(To(1), Now, room: 100));
        Assert.Equal(0, lane.Waiting);
    }

    [Fact]
    public void A_lane_is_found_by_the_domain_however_it_is_written()
    {
        var domains = new RecipientDomains([
            new DomainOptions("Domains__0") { Domain = "Bücher.example", Rate = "1/s" },
        ]);
        Assert.NotNull(domains.LaneOf(To(1, "xn--bcher-kva.example")));
        Assert.NotNull(domains.LaneOf(To(1, "BÜCHER.EXAMPLE")));
        Assert.Null(domains.LaneOf(To(1, "buecher.example")));
    }

    [Fact]
    public void Twenty_refusals_for_what_we_are_and_a_twentieth_of_all_stop_a_domain()
    {
        var refused = new DeliveryOutcome.Refused("550 5.7.1 spam") { Cause = RefusalCause.Policy };
        var domains = new RecipientDomains([]);
        for (var i = 0; i < 381; i++)
            Assert.Null(domains.Count(To(i), new DeliveryOutcome.Accepted("250 Ok"), Now));
        for (var i = 0; i < 20; i++)
            Assert.Null(domains.Count(To(i), refused, Now));
        Assert.Equal("example.com", domains.Count(To(1), refused, Now));
        Assert.True(domains.LaneOf(To(2))!.IsStopped(Now + TimeSpan.FromMinutes(59)));
        Assert.False(domains.LaneOf(To(2))!.IsStopped(Now + TimeSpan.FromMinutes(61)));
    }

    [Fact]
    public void Refusals_that_are_ten_minutes_apart_are_no_sign()
    {
        var refused = new DeliveryOutcome.Refused("550 5.7.1 spam") { Cause = RefusalCause.Policy };
        var domains = new RecipientDomains([]);
        for (var i = 0; i < 100; i++)
            Assert.Null(domains.Count(To(i), refused, Now + (i * TimeSpan.FromMinutes(1))));
    }

    private static MessageClaim To(int id, string domain = "example.com") =>
        new(id, "holder", 1, 1, $"reader{id}@{domain}", null, 0, null);
}
