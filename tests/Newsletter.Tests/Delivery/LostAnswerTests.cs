using Newsletter.Delivery;
using Newsletter.Publications;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

/// <summary>A relay that loses its answers may have taken the messages all the same.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_message_whose_answer_is_always_lost_goes_three_times_and_is_then_in_doubt(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        bench.Delivery.Retries = "1m,…";
        await bench.ReadersAsync(1);
        bench.Smtp.DropAt(SmtpStage.FinalDot, int.MaxValue);
        var issue = await bench.IssueAsync();
        for (var i = 0; i < 6; i++)
        {
            await bench.DeliverAsync();
            bench.Database.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(MessageState.Unknown, (await bench.MessageAsync(issue)).State);
        Assert.Equal(3, bench.Smtp.Mails.Count);
    }

    [Fact]
    public async Task A_message_that_was_put_off_before_is_sent_again_once_all_the_same()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "200ms,…";
        await bench.ReadersAsync(1);
        bench.Smtp.AnswerAt(SmtpStage.Rcpt, [.. Enumerable.Repeat("450 4.2.0 Later", 4)]);
        bench.Smtp.DropAt(SmtpStage.FinalDot);
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilSentAsync(issue);
        Assert.Equal(
            (MessageState.Sent, 5),
            ((await bench.MessageAsync(issue)).State, (await bench.MessageAsync(issue)).Attempts)
        );
        Assert.Equal(2, bench.Smtp.Mails.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_relay_that_loses_every_answer_is_left_alone_while_most_messages_wait(bool holds)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "1h,…";
        await bench.ReadersAsync(60);
        await bench.ChangeAsync(async db =>
            (await db.PublicationAsync("lettre", Cancel)).SetUnknownPolicy(
                holds ? UnknownPolicy.Hold : UnknownPolicy.SendAgain
            )
        );
        bench.Smtp.DropAt(SmtpStage.FinalDot, int.MaxValue);
        var issue = await bench.IssueAsync();
        await using var service = RunningDispatcher.Start(bench);
        await service.UntilAsync(() => bench.Smtp.Mails.Count >= 4, "four messages");
        await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
        Assert.InRange(bench.Smtp.Mails.Count, 4, 12);
        Assert.Single(bench.Log.Lines, line => line.Contains("its answer was lost", StringComparison.Ordinal));
        bench.Smtp.Heal(SmtpStage.FinalDot);
        await service.UntilAsync(() => bench.Smtp.Mails.Count >= 60, "the others");
        Assert.InRange((await bench.StatusAsync(issue)).Sent, 48, 59);
    }
}
