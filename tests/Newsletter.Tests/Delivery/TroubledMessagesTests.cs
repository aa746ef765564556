using Newsletter.Delivery;
using Newsletter.Delivery.Relays;

namespace Newsletter.Tests.Delivery;

public sealed class TroubledMessagesTests
{
    private static readonly DeliveryOutcome Broke = new DeliveryOutcome.Interrupted(
        new RelayFault("The connection broke.", RelayFaultKind.Passing)
    );

    private readonly TroubledMessages troubled = new();

    [Fact]
    public void A_second_fault_under_the_same_message_is_told_from_the_first()
    {
        Assert.False(troubled.Count(Claim(1), Broke, At(0)));
        Assert.False(troubled.Count(Claim(2), Broke, At(0)));
        Assert.True(troubled.Count(Claim(1), new DeliveryOutcome.Unknown("lost"), At(1)));
        troubled.Count(Claim(1), new DeliveryOutcome.Accepted("250 Ok"), At(2));
        Assert.False(troubled.Count(Claim(1), Broke, At(3)));
    }

    [Fact]
    public void What_came_to_nothing_is_forgotten_at_once_and_what_nobody_told_us_of_after_a_day()
    {
        for (var id = 1; id <= 100; id++)
            troubled.Count(Claim(id), Broke, At(0));
        troubled.Forget(Claim(1));
        Assert.Equal(99, troubled.Known);
        troubled.Count(Claim(200), Broke, At(23));
        Assert.Equal(100, troubled.Known);
        troubled.Count(Claim(201), Broke, At(25));
        Assert.Equal(2, troubled.Known);
    }

    private static MessageClaim Claim(long id) =>
        new(id, "me#1", IssueId: 1, SubscriptionId: id, "a@example.com", Name: null, Attempts: 0, DatedAt: null);

    private static TimeSpan At(double hours) => TimeSpan.FromHours(hours);
}
