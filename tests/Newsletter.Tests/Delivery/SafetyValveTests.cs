using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class SafetyValveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_issue_goes_to_a_first_slice_and_after_the_wait_to_the_rest(Provider provider)
    {
        await using var bench = await SlicedAsync(provider);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sending, 20, 30), await StateAsync(bench, issue));
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(9));
        await bench.DeliverAsync();
        Assert.Equal(20, bench.Smtp.Mails.Count);
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sent, 50, 0), await StateAsync(bench, issue));
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_whose_first_slice_is_refused_is_held_and_says_why(Provider provider)
    {
        await using var bench = await SlicedAsync(provider);
        bench.Alarming.To = "staff@example.org";
        bench.Smtp.Answer("reader3@example.com", "550 5.7.1 we do not like this");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(11));
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Held, 19, 1, 30), (status.State, status.Sent, status.Failed, status.Queued));
        Assert.Contains("1 of the first 20 messages were refused (5.0%", status.HeldBecause, StringComparison.Ordinal);
        Assert.Contains("550 5.7.1 we do not like this", status.HeldBecause, StringComparison.Ordinal);
        await bench.DeliverAsync();
        Assert.Single(bench.Smtp.Mails, mail => mail.Recipient == "staff@example.org");
    }

    [Fact]
    public async Task Who_resumes_a_held_issue_has_decided_for_the_rest()
    {
        await using var bench = await SlicedAsync(Provider.Sqlite);
        bench.Smtp.Answer("reader3@example.com", "550 5.7.1 no");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(11));
        await bench.DeliverAsync();
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sent, 49, 0), await StateAsync(bench, issue));
    }

    [Fact]
    public async Task What_the_share_allows_and_what_is_only_deferred_holds_nothing()
    {
        await using var bench = await SlicedAsync(Provider.Sqlite);
        bench.Smtp.Answer("reader3@example.com", "550 5.1.1 gone");
        bench.Smtp.Answer("reader4@example.com", "451 4.3.0 later");
        bench.Smtp.Answer("reader5@example.com", "550 5.1.1 gone");
        bench.Delivery.HoldAtRefused = "15%";
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(11));
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sent, 48, 0), await StateAsync(bench, issue));
    }

    [Fact]
    public async Task An_audience_that_is_no_larger_than_the_slice_goes_at_once()
    {
        await using var bench = await SlicedAsync(Provider.Sqlite);
        bench.Delivery.FirstSlice = 50;
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sent, 50, 0), await StateAsync(bench, issue));
    }

    [Theory, OnBothDatabases]
    public async Task A_first_slice_of_readers_who_all_left_lets_the_rest_go(Provider provider)
    {
        await using var bench = await SlicedAsync(provider);
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await bench.ChangeAsync(async db =>
        {
            var first = await db.Subscriptions.OrderBy(s => s.SubscriberId).Take(20).ToListAsync(Cancel);
            first.ForEach(subscription => subscription.Leave(bench.Time.GetUtcNow()));
        });
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sent, 30, 20), (status.State, status.Sent, status.Withdrawn));
    }

    [Theory, OnBothDatabases]
    public async Task A_first_slice_of_which_nothing_is_known_is_held_and_says_why(Provider provider)
    {
        await using var bench = await SlicedAsync(provider);
        await bench.ChangeAsync(async db =>
            (await db.Publications.SingleAsync(Cancel)).SetUnknownPolicy(UnknownPolicy.Hold)
        );
        bench.Delivery.FirstSlice = 2;
        bench.Smtp.DropAt(SmtpStage.FinalDot, 2);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(11));
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Held, 2, 48), (status.State, status.Unknown, status.Queued));
        Assert.Contains("the relay's answer was lost for 2", status.HeldBecause, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_slice_is_not_judged_before_readers_whose_domain_is_slow_had_their_turn(Provider provider)
    {
        await using var bench = await SlicedAsync(provider);
        var issue = await bench.IssueAsync();
        await bench.Freezing().DueAsync(Cancel);
        await TurnAsync(bench, TimeSpan.FromMinutes(30));
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(11));
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sending, 19, 31), await StateAsync(bench, issue));
        await TurnAsync(bench, TimeSpan.FromDays(1));
        bench.Database.Clock.Advance(TimeSpan.FromHours(1));
        await bench.DeliverAsync();
        Assert.Equal((IssueState.Sending, 49, 1), await StateAsync(bench, issue));
    }

    [Theory, OnBothDatabases]
    public async Task A_clock_that_is_set_back_neither_shortens_nor_prolongs_the_wait(Provider provider)
    {
        await using var bench = await SlicedAsync(provider);
        var time = new CorrectedTime();
        bench.Time = time;
        bench.Delivery.FirstSliceWait = "4s";
        bench.Smtp.DelayAt(SmtpStage.Rcpt, TimeSpan.FromMilliseconds(100));
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilAsync(() => bench.Smtp.Mails.Count >= 5, "five messages");
        time.Correction = TimeSpan.FromHours(-1);
        await service.UntilAsync(() => bench.Smtp.Mails.Count == 20, "the slice");
        await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
        Assert.Equal(20, bench.Smtp.Mails.Count);
        await service.UntilSentAsync(issue);
        Assert.Equal(50, bench.Smtp.Mails.Count);
    }

    [Theory]
    [InlineData(-1, "10m", "5%", "Delivery__FirstSlice ")]
    [InlineData(1, "soon", "5%", "Delivery__FirstSliceWait")]
    [InlineData(1, "10m", "much", "Delivery__HoldAtRefused")]
    [InlineData(1, "10m", "0%", "Delivery__HoldAtRefused")]
    [InlineData(1, "10m", "101", "Delivery__HoldAtRefused")]
    [InlineData(1, "10m", "2.5 %", null)]
    public void A_wrong_setting_is_named(int slice, string wait, string share, string? setting)
    {
        var result = new DeliveryOptionsCheck().Validate(
            null,
            new DeliveryOptions
            {
                FirstSlice = slice,
                FirstSliceWait = wait,
                HoldAtRefused = share,
            }
        );
        Assert.Equal(setting is null, result.Succeeded);
        Assert.StartsWith(setting ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    private static async Task<DeliveryBench> SlicedAsync(Provider provider)
    {
        var bench = await DeliveryBench.CreateAsync(provider);
        (bench.Delivery.FirstSlice, bench.Delivery.FirstSliceWait) = (20, "10m");
        await bench.ReadersAsync(50);
        return bench;
    }

    // As a rate of its domain would do it with the last reader of the slice.
    private static Task TurnAsync(DeliveryBench bench, TimeSpan after) =>
        bench.ChangeAsync(db =>
        {
            var turn = bench.Time.GetUtcNow() + after;
            return db
                .Messages.Where(m => m.State == MessageState.Queued)
                .OrderBy(m => m.SubscriberId)
                .Skip(bench.Smtp.Mails.IsEmpty ? 19 : 0)
                .Take(1)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, turn), Cancel);
        });

    private static async Task<(IssueState, int, int)> StateAsync(DeliveryBench bench, int issue)
    {
        var status = await bench.StatusAsync(issue);
        return (status.State, status.Sent, status.Queued);
    }
}
