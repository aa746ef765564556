using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Routing;

public sealed class RouteTests
{
    private static readonly DeliveryOutcome Refused = new DeliveryOutcome.Refused("550 5.7.1 spam")
    {
        Cause = RefusalCause.Policy,
    };

    private int lastId;

    [Fact]
    public void Refusals_of_several_domains_stop_the_relay_and_a_reserve_is_told()
    {
        var (route, reserve) = Two();
        for (var i = 0; i < 19; i++)
            Assert.False(Count(route, $"d{i % 3}.example", Refused, At(i)));
        Assert.Null(reserve.NextAt(At(19)));
        Assert.True(Count(route, "d0.example", Refused, At(19)));
        Assert.True(route.Circuit.IsBroken(At(20)));
        Assert.Equal(At(20), reserve.NextAt(At(20)));
    }

    [Fact]
    public void A_domain_that_refuses_does_not_stop_the_relay_because_others_refused_something_hours_ago()
    {
        var (route, _) = Two();
        Count(route, "a.example", Refused, At(0));
        Count(route, "b.example", Refused, At(0));
        for (var i = 0; i < 40; i++)
            Count(route, i % 2 == 0 ? "c.example" : "d.example", Refused, At(7200 + i));
        Assert.False(route.Circuit.IsBroken(At(7300)));
    }

    [Fact]
    public void A_domain_that_refuses_nearly_alone_does_not_stop_the_relay()
    {
        var (route, _) = Two();
        Count(route, "a.example", Refused, At(0));
        Count(route, "b.example", Refused, At(0));
        for (var i = 0; i < 40; i++)
            Count(route, "c.example", Refused, At(i));
        Assert.False(route.Circuit.IsBroken(At(41)));
    }

    [Fact]
    public void Whoever_waits_is_told_when_a_relay_takes_mail_again()
    {
        var (route, reserve) = Two();
        var connection = route.Carrier.Open();
        var broke = new DeliveryOutcome.Interrupted(new RelayFault("It broke.", RelayFaultKind.Passing));
        for (var i = 0; i < 3; i++)
            Assert.Equal(i == 2, Count(route, "a.example", broke, At(1)));
        Assert.Equal(At(1), reserve.NextAt(At(1)));
        route.Circuit.ConnectAt(connection, At(1));
        route.Circuit.Opened(connection);
        Assert.Equal(At(2), reserve.NextAt(At(2)));
        Assert.True(Count(route, "a.example", new DeliveryOutcome.Accepted("250 Ok"), At(2)));
        Assert.Null(reserve.NextAt(At(2)));
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static (Route First, Route Reserve) Two()
    {
        var routes = Route.Of([Relay(null), Relay(0)], DeliveryMode.Forever, new SaidLines());
        return (routes[0], routes[1]);
    }

    private static Relay Relay(int? weight) =>
        new(
            new RelayOptions
            {
                Host = "smtp.example.org",
                Connections = 1,
                Weight = weight,
            },
            new RelayTimeouts(),
            TimeProvider.System
        );

    private bool Count(Route route, string domain, DeliveryOutcome outcome, TimeSpan at)
    {
        var claim = new MessageClaim(++lastId, "holder", 1, lastId, $"reader{lastId}@{domain}", null, 0, null);
        return route.Count(claim, outcome, began: at, at);
    }
}
