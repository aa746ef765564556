using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.ServiceMails;

public sealed class ServiceMailPruningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Mails_that_ended_long_ago_are_taken_away_and_alarms_and_what_waits_stay(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        for (var mail = 0; mail < 3; mail++)
            await bench.AskAsync(ServiceMailBench.Mail(key: $"request:{mail}"));
        await bench.AskAsync(ServiceMailBench.Mail(key: "alarm:1", purpose: ServiceMailPurpose.Alarm));
        await bench.DeliverAsync();
        await bench.AskAsync(ServiceMailBench.Mail(key: "waits", hours: 24 * 60));
        bench.Database.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await Pruning(bench).RunAsync(Cancel));
        bench.Database.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(3, await Pruning(bench).RunAsync(Cancel));
        Assert.Equal(0, await Pruning(bench).RunAsync(Cancel));
        await using var db = bench.Database.Open();
        Assert.Equal(
            ["alarm:1", "waits"],
            await db.ServiceMails.Select(m => m.UniqueKey).OrderBy(key => key).ToListAsync(Cancel)
        );
    }

    private static ServiceMailPruning Pruning(DeliveryBench bench) =>
        new(
            bench.Database.Lane,
            Options.Create(new RetentionOptions()),
            bench.Database.Clock,
            NullLogger<ServiceMailPruning>.Instance
        );
}
