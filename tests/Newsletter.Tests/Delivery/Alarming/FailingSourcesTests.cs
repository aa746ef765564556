using Microsoft.EntityFrameworkCore;
using Newsletter.Columns.Sources.Fetching;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Alarming;

/// <summary>Staff is written to once when a source brings nothing any more.</summary>
public sealed class FailingSourcesTests
{
    private const string Fault =
        "There is nothing at https://site.example/feed (404); see whether the address is right.";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_source_that_fails_for_a_day_is_told_once_however_long_it_goes_on(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        for (var hour = 0; hour < 72; hour++)
        {
            await FailAsync(bench);
            await bench.Alarms().LookAsync(Cancel);
            Assert.Equal(hour < 24 ? 0 : 1, await AlarmsAsync(bench));
            bench.Database.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_mail_says_which_source_since_when_why_and_what_to_do(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        var since = bench.Time.GetUtcNow();
        await FailForAsync(bench, TimeSpan.FromHours(25));
        await bench.DeliverAsync();
        var mail = MimeKit.MimeMessage.Load(new MemoryStream(Assert.Single(bench.Smtp.Mails).Bytes), Cancel);
        Assert.Equal("La Lettre: a source fails", mail.Subject);
        var text = (mail.TextBody ?? "").ReplaceLineEndings(" ").Replace("> ", "", StringComparison.Ordinal);
        foreach (
            var said in (string[])
                [
                    "Source 1 of La Lettre, https://site.example/feed",
                    $"{since.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
                    "3 times in a row",
                    Fault,
                    "newsletter source set 1 --address",
                    "newsletter source pause 1",
                ]
        )
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_source_that_came_back_and_fails_again_is_told_again(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        await FailForAsync(bench, TimeSpan.FromHours(25));
        await bench.Alarms().LookAsync(Cancel);
        await ChangeAsync(bench, source => source.Rest(bench.Time.GetUtcNow(), Every));
        await FailForAsync(bench, TimeSpan.FromHours(23));
        await bench.Alarms().LookAsync(Cancel);
        Assert.Equal(1, await AlarmsAsync(bench));
        await FailForAsync(bench, TimeSpan.FromHours(2));
        await bench.Alarms().LookAsync(Cancel);
        Assert.Equal(2, await AlarmsAsync(bench));
    }

    [Theory, OnBothDatabases]
    public async Task A_paused_source_raises_none_and_begins_anew_when_it_is_resumed(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        await FailForAsync(bench, TimeSpan.FromHours(20));
        await ChangeAsync(bench, source => source.Pause(bench.Time.GetUtcNow()));
        bench.Database.Clock.Advance(TimeSpan.FromHours(20));
        await bench.Alarms().LookAsync(Cancel);
        Assert.Equal(0, await AlarmsAsync(bench));
        await ChangeAsync(bench, source => source.Resume(bench.Time.GetUtcNow()));
        await FailForAsync(bench, TimeSpan.FromHours(1));
        await bench.Alarms().LookAsync(Cancel);
        Assert.Equal(0, await AlarmsAsync(bench));
    }

    [Fact]
    public async Task Two_failures_are_none_however_far_apart()
    {
        await using var bench = await WatchedAsync(Provider.Sqlite);
        for (var time = 0; time < 2; time++)
        {
            await FailAsync(bench);
            bench.Database.Clock.Advance(TimeSpan.FromDays(1));
        }

        await bench.Alarms().LookAsync(Cancel);
        Assert.Equal(0, await AlarmsAsync(bench));
    }

    [Fact]
    public async Task How_long_can_be_set()
    {
        await using var bench = await WatchedAsync(Provider.Sqlite);
        bench.Alarming.SourceAfter = "2h";
        await FailForAsync(bench, TimeSpan.FromHours(3));
        await bench.Alarms().LookAsync(Cancel);
        Assert.Equal(1, await AlarmsAsync(bench));
        var wrong = new AlarmOptionsCheck().Validate(name: null, new AlarmOptions { SourceAfter = "soon" });
        Assert.Contains("Alarms__SourceAfter", wrong.FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<DeliveryBench> WatchedAsync(Provider provider)
    {
        var bench = await DeliveryBench.CreateAsync(provider);
        bench.Alarming.To = "desk@example.net";
        await bench.ChangeAsync(async db =>
            db.Sources.Add(
                new Source(
                    await db.Publications.FirstAsync(Cancel),
                    SourceKind.Feed,
                    "https://site.example/feed",
                    bench.Time.GetUtcNow()
                )
            )
        );
        return bench;
    }

    // Three failures, the first of them so long ago.
    private static async Task FailForAsync(DeliveryBench bench, TimeSpan time)
    {
        await FailAsync(bench);
        await FailAsync(bench);
        bench.Database.Clock.Advance(time);
        await FailAsync(bench);
    }

    private static Task FailAsync(DeliveryBench bench) =>
        ChangeAsync(bench, source => source.Fail(Fault, asked: null, bench.Time.GetUtcNow(), Every));

    private static Task ChangeAsync(DeliveryBench bench, Action<Source> change) =>
        bench.ChangeAsync(async db => change(await db.Sources.SingleAsync(Cancel)));

    private static async Task<int> AlarmsAsync(DeliveryBench bench)
    {
        await using var db = bench.Database.Open();
        return await db.ServiceMails.CountAsync(m => m.Purpose == ServiceMailPurpose.Alarm, Cancel);
    }
}
