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
    private readonly List<ICarrierConnection> made = [];

    [Fact]
    public void A_stop_ends_with_its_time_alone()
    {
        var circuit = Of(connections: 4);
        Assert.Equal(At(0), circuit.ConnectAt(made[0], At(0)));
        circuit.Stop(Refuses, At(3600), At(1));
        // A connection that was being made, and an answer to a message that was under way.
        circuit.Opened(made[0]);
        circuit.Carried(At(2));
        Assert.True(circuit.IsBroken(At(3)));
        Assert.True(circuit.Trouble(At(3))!.Value.IsStopped);
        Assert.Equal(At(3600), circuit.ConnectAt(made[1], At(3)));
        Assert.True(circuit.TryClose(made[0], At(3)));
        Assert.False(circuit.IsBroken(At(3600)));
        Assert.Equal(At(3600), circuit.ConnectAt(made[0], At(3600)));
    }

    [Fact]
    public void Twenty_connections_that_break_together_cost_no_minute()
    {
        var circuit = Opened(connections: 20);
        foreach (var connection in made)
        {
            circuit.Closed(connection, At(1));
            circuit.Interrupted(Broke, At(0), At(1));
        }

        circuit.ConnectAt(made[0], At(1));
        circuit.ConnectAt(made[1], At(1));
        circuit.CouldNotConnect(made[0], Gone, wasOpen: false, At(1));
        circuit.CouldNotConnect(made[1], Gone, wasOpen: false, At(1));
        // The two were tried at once: that is one try.
        Assert.Equal(At(2), circuit.ConnectAt(made[0], At(1)));
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
            Assert.Equal(now, circuit.ConnectAt(made[0], now));
            if (i > 0)
                Assert.Null(circuit.ConnectAt(made[1], now));
            circuit.CouldNotConnect(made[0], Gone, wasOpen: false, now);
            var next = circuit.ConnectAt(made[0], now)!.Value;
            rests.Add((next - now).TotalSeconds);
            now = next;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], rests);
        Assert.Single(log.Lines);
    }

    [Fact]
    public void A_relay_that_greets_and_then_drops_is_tried_by_one_connection_until_a_message_is_carried()
    {
        var circuit = Opened(connections: 4);
        for (var i = 0; i < 12; i++)
            circuit.Interrupted(Broke, At(1), At(1));
        foreach (var connection in made)
            circuit.Closed(connection, At(1));

        Assert.Equal(At(1), circuit.ConnectAt(made[0], At(1)));
        circuit.Opened(made[0]);
        // Its greeting is no proof: a reserve goes on, and nobody else is let in.
        Assert.True(circuit.IsBroken(At(2)));
        Assert.Null(circuit.ConnectAt(made[1], At(2)));
        Assert.False(circuit.TryClose(made[0], At(2)));

        circuit.Closed(made[0], At(3));
        Assert.Equal(At(4), circuit.ConnectAt(made[1], At(3)));
        circuit.Interrupted(Broke, At(2), At(3));
        Assert.Equal(At(4), circuit.ConnectAt(made[1], At(3)));

        Assert.Equal(At(4), circuit.ConnectAt(made[1], At(4)));
        circuit.Opened(made[1]);
        circuit.Carried(At(5));
        Assert.False(circuit.IsBroken(At(5)));
        Assert.Equal(At(5), circuit.ConnectAt(made[0], At(5)));
        Assert.Equal(At(5), circuit.ConnectAt(made[2], At(5)));
    }

    [Fact]
    public void A_connection_that_stayed_open_through_a_break_hangs_up_and_the_one_that_tries_does_not()
    {
        var circuit = Opened(connections: 2);
        for (var i = 0; i < 6; i++)
            circuit.Interrupted(Broke, At(1), At(1));
        circuit.Closed(made[0], At(1));
        Assert.Equal(At(1), circuit.ConnectAt(made[0], At(1)));
        circuit.Opened(made[0]);
        Assert.True(circuit.TryClose(made[1], At(2)));
        Assert.False(circuit.TryClose(made[0], At(2)));
        Assert.Equal(1, circuit.Connected);
    }

    [Fact]
    public void A_message_that_hung_while_nothing_else_went_breaks_at_once()
    {
        var circuit = Opened(connections: 4);
        circuit.Carried(At(1));
        circuit.Interrupted(Broke, began: At(2), At(302));
        Assert.True(circuit.IsBroken(At(302)));
    }

    [Fact]
    public void A_message_that_hung_while_others_went_is_one_of_many()
    {
        var circuit = Opened(connections: 4);
        circuit.Carried(At(3));
        circuit.Interrupted(Broke, began: At(2), At(302));
        Assert.False(circuit.IsBroken(At(302)));
    }

    [Fact]
    public void A_relay_that_asks_for_less_gets_half_the_connections_and_one_more_each_half_minute()
    {
        var circuit = Opened(connections: 8);
        Assert.True(circuit.Press(At(10)));
        Assert.True(circuit.Press(At(11)));
        // All ask before the first of them has said goodbye.
        Assert.Equal(4, made.Count(connection => circuit.TryClose(connection, At(12))));
        Assert.Equal(4, circuit.Connected);
        Assert.Equal(At(40), circuit.ConnectAt(made[0], At(12)));
        Assert.Equal(At(41), circuit.ConnectAt(made[0], At(41)));
        circuit.Opened(made[0]);
        Assert.Equal(At(70), circuit.ConnectAt(made[1], At(42)));
    }

    [Fact]
    public void Connections_come_back_while_nobody_asks_for_one()
    {
        var circuit = Of(connections: 8);
        circuit.ConnectAt(made[0], At(0));
        circuit.Opened(made[0]);
        Assert.True(circuit.Press(At(10)));
        for (var i = 1; i < 8; i++)
            Assert.Equal(At(200), circuit.ConnectAt(made[i], At(200)));
    }

    [Fact]
    public void A_server_that_takes_no_more_connections_than_it_has_is_not_broken()
    {
        var circuit = Of(connections: 4);
        circuit.ConnectAt(made[0], At(0));
        circuit.Opened(made[0]);
        circuit.ConnectAt(made[1], At(0));
        circuit.CouldNotConnect(made[1], Broke, wasOpen: false, At(1));
        Assert.False(circuit.IsBroken(At(1)));
        Assert.Equal(At(31), circuit.ConnectAt(made[1], At(2)));
    }

    [Fact]
    public void Connections_that_are_still_greeted_when_one_is_refused_are_not_too_many()
    {
        var circuit = Of(connections: 4);
        foreach (var connection in made)
            circuit.ConnectAt(connection, At(0));
        circuit.Opened(made[0]);
        circuit.CouldNotConnect(made[3], Broke, wasOpen: false, At(1));
        circuit.Opened(made[1]);
        circuit.Opened(made[2]);
        Assert.DoesNotContain(made[..3], connection => circuit.TryClose(connection, At(2)));
    }

    [Fact]
    public void An_outage_is_said_once_and_its_end_once()
    {
        var circuit = Of(connections: 2);
        for (var i = 0; i < 5; i++)
            circuit.Interrupted(Broke, At(i), At(i));
        Assert.Equal((At(0), At(4)), (circuit.Trouble(At(4))!.Value.Since, circuit.Trouble(At(4))!.Value.Last));
        circuit.Carried(At(5));
        circuit.Carried(At(6));
        Assert.Null(circuit.Trouble(At(6)));
        Assert.Equal(2, log.Lines.Count);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private Circuit Opened(int connections)
    {
        var circuit = Of(connections);
        foreach (var connection in made)
        {
            circuit.ConnectAt(connection, At(0));
            circuit.Opened(connection);
        }

        return circuit;
    }

    private Circuit Of(int connections)
    {
        var relay = new Relay(
            new RelayOptions { Host = "smtp.example.org", Connections = connections },
            new RelayTimeouts(),
            TimeProvider.System
        );
        made.AddRange(Enumerable.Range(0, connections).Select(_ => relay.Open()));
        return new Circuit(relay, DeliveryMode.Forever, log);
    }
}
