using Newsletter.Delivery;
using Newsletter.Delivery.Routing;

namespace Newsletter.Tests.Delivery;

public sealed class ClaimQueueTests
{
    private const int Capacity = 64;

    private int lastId;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(31, 31)]
    [InlineData(null, 60)]
    public void What_waits_for_a_slow_domain_takes_nobody_elses_place(int? soon, int room)
    {
        var queue = Queue();
        foreach (var domain in (string[])["slow0.example", "slow1.example", "slow2.example", "slow3.example"])
            queue.Offer([To(domain)], TimeSpan.Zero);
        Assert.Equal((4, room), (queue.Count, queue.Room(soon)));
    }

    [Fact]
    public void What_is_ready_to_go_fills_what_goes_soon()
    {
        var queue = Queue();
        queue.Offer([To("slow0.example"), To("a.example"), To("b.example")], TimeSpan.Zero);
        Assert.Equal(0, queue.Room(soon: 1));
        Assert.Equal(0, queue.Room(soon: 3));
        Assert.Equal(2, queue.Room(soon: 4));
    }

    [Fact]
    public void No_more_is_claimed_than_fits()
    {
        var queue = Queue();
        queue.Offer([.. Enumerable.Range(0, 30).Select(_ => To("a.example"))], TimeSpan.Zero);
        Assert.Equal(34, queue.Room(soon: 1000));
        queue.Offer([.. Enumerable.Range(0, 4).Select(_ => To("a.example"))], TimeSpan.Zero);
        Assert.Equal(0, queue.Room(soon: 1000));
    }

    private static ClaimQueue Queue() =>
        new(
            new RecipientDomains([
                .. Enumerable
                    .Range(0, 4)
                    .Select(i => new DomainOptions($"Domains__{i}") { Domain = $"slow{i}.example", Rate = "10/h" }),
            ]),
            Capacity
        );

    private MessageClaim To(string domain) =>
        new(++lastId, "holder", 1, lastId, $"reader{lastId}@{domain}", null, 0, null);
}
