using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Routing;

public sealed class CircuitTests
{
    private static readonly RelayFault Broke = new("The connection broke.", RelayFaultKind.Passing);
    private static readonly RelayFault Gone = new("The relay refuses connections.", RelayFaultKind.Unreachable);
    private static readonly RelayFault Refuses = new("The relay refuses us.", RelayFaultKind.Unwilling);

    private readonly SaidLines log = new();

    [Fact]
    public void A_stop_ends_with_its_time_alone()
    {
        var circuit = Of(connections: 4);
        Assert.Equal(At(0), circuit.ConnectAt(At(0)));
        circuit.Stop(Refuses, At(3600), At(1));
        // A connection that was being made, and an answer to a message that was under way.
        circuit.Opened();
        circuit.Carried(At(2));
        Assert.True(circuit.IsBroken(At(3)));
        Assert.True(circuit.HasToClose(At(3)));
        Assert.True(circuit.Trouble(At(3))!.Value.IsStopped);
        Assert.Equal(At(3600), circuit.ConnectAt(At(3)));
        circuit.Closed();
        Assert.False(circuit.IsBroken(At(3600)));
        Assert.Equal(At(3600), circuit.ConnectAt(At(3600)));
    }

    [Fact]
    public void Twenty_connections_that_break_together_cost_no_minute()
    {
        var circuit = Of(connections: 20);
        for (var i = 0; i < 20; i++)
        {
            circuit.ConnectAt(At(0));
            circuit.Opened();
        }

        for (var i = 0; i < 20; i++)
        {
            circuit.Closed();
            circuit.Interrupted(Broke, At(1));
        }

        circuit.ConnectAt(At(1));
        circuit.ConnectAt(At(1));
        circuit.CouldNotConnect(Gone, wasOpen: false, At(1));
        circuit.CouldNotConnect(Gone, wasOpen: false, At(1));
        // The two were tried at once: that is one try.
        Assert.Equal(At(2), circuit.ConnectAt(At(1)));
        Assert.Single(log.Lines);
    }

    [Fact]
    public void A_broken_relay_is_tried_by_one_connection_at_a_time_and_less_and_less_often()
    {
        var circuit = Of(connections: 4);
        var now = TimeSpan.Zero;
        var rests = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(now, circuit.ConnectAt(now));
            if (i > 0)
                Assert.Null(circuit.ConnectAt(now));
            circuit.CouldNotConnect(Gone, wasOpen: false, now);
            var next = circuit.ConnectAt(now)!.Value;
            rests.Add((next - now).TotalSeconds);
            now = next;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], rests);
        Assert.Single(log.Lines);
    }

    [Fact]
    public void A_relay_that_asks_for_less_gets_half_the_connections_and_one_more_each_half_minute()
    {
        var circuit = Of(connections: 8);
        for (var i = 0; i < 8; i++)
        {
            circuit.ConnectAt(At(0));
            circuit.Opened();
        }

        Assert.True(circuit.Press(At(10)));
        Assert.True(circuit.Press(At(11)));
        for (var i = 0; i < 4; i++)
        {
            Assert.True(circuit.HasToClose(At(12)));
            circuit.Closed();
        }

        Assert.False(circuit.HasToClose(At(12)));
        Assert.Equal(At(40), circuit.ConnectAt(At(12)));
        Assert.Equal(At(41), circuit.ConnectAt(At(41)));
        circuit.Opened();
        Assert.Equal(At(71), circuit.ConnectAt(At(42)));
    }

    [Fact]
    public void A_server_that_takes_no_more_connections_than_it_has_is_not_broken()
    {
        var circuit = Of(connections: 4);
        circuit.ConnectAt(At(0));
        circuit.Opened();
        circuit.ConnectAt(At(0));
        circuit.CouldNotConnect(Broke, wasOpen: false, At(1));
        Assert.False(circuit.IsBroken(At(1)));
        Assert.Equal(At(31), circuit.ConnectAt(At(2)));
    }

    [Fact]
    public void An_outage_is_said_once_and_its_end_once()
    {
        var circuit = Of(connections: 1);
        for (var i = 0; i < 5; i++)
            circuit.Interrupted(Broke, At(i));
        Assert.Equal((At(0), At(4)), (circuit.Trouble(At(4))!.Value.Since, circuit.Trouble(At(4))!.Value.Last));
        circuit.Carried(At(5));
        circuit.Carried(At(6));
        Assert.Null(circuit.Trouble(At(6)));
        Assert.Equal(2, log.Lines.Count);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private Circuit Of(int connections) =>
        new(
            new Relay(
                new RelayOptions { Host = "smtp.example.org", Connections = connections },
                new RelayTimeouts(),
                TimeProvider.System
            ),
            DeliveryMode.Forever,
            log
        );
}
