using Microsoft.EntityFrameworkCore;
using Newsletter.Delivery;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery;

public sealed class DispatcherTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_reader_gets_the_issue_once(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReadersAsync(120);
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        await bench.DeliverAsync();
        Assert.Equal(120, bench.Smtp.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(120, bench.Smtp.Mails.Count);
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sent, 120, 120), (status.State, status.Audience, status.Sent));
    }

    [Theory, OnBothDatabases]
    public async Task A_template_that_fails_for_one_reader_holds_no_other_back(Provider provider)
    {
        using var templates = new TemplateCopy();
        Directory.CreateDirectory(templates.In("mine"));
        await File.WriteAllTextAsync(
            templates.In("mine", "issue.html"),
            "{{ unsubscribe_url }}{{ if reader.address | string.starts_with 'zoe' }}{{ publication.greeting }}{{ end }}",
            Cancel
        );
        var rendered = new IssueRenderer(new TemplateFolder(templates.Path)).Render(
            Cases.Named("minimal") with
            {
                Template = "mine",
            }
        );
        await using var bench = await DeliveryBench.CreateAsync(provider);
        foreach (var reader in (string[])["ada@example.com", "zoe@example.com", "bob@example.com"])
            await bench.ReaderAsync(reader);
        var issue = await bench.IssueAsync(DeliveryBench.Content() with { ByReader = rendered.ByReader!.ToJson() });
        await bench.DeliverAsync();
        Assert.Equal(
            ["ada@example.com", "bob@example.com"],
            bench.Smtp.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal)
        );
        await using var db = bench.Database.Open();
        var failed = await db.Messages.SingleAsync(m => m.IssueId == issue && m.State == MessageState.Failed, Cancel);
        Assert.Contains("no member \"greeting\"", failed.LastReply, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_message_refused_for_good_is_not_tried_again(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("gone@example.com");
        await bench.ReaderAsync("here@example.com");
        bench.Smtp.Answer("gone@example.com", "550 5.1.1 no such user");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        bench.Database.Clock.Advance(TimeSpan.FromDays(1));
        await bench.DeliverAsync();
        var status = await bench.StatusAsync(issue);
        Assert.Equal((IssueState.Sent, 1, 1, 0), (status.State, status.Sent, status.Failed, status.Queued));
        Assert.Equal(["here@example.com"], bench.Smtp.Mails.Select(mail => mail.Recipient));
        await using var db = bench.Database.Open();
        var failed = await db.Messages.SingleAsync(m => m.State == MessageState.Failed, Cancel);
        Assert.Equal("550 5.1.1 no such user", failed.LastReply);
    }

    [Theory, OnBothDatabases]
    public async Task A_message_refused_for_now_goes_after_the_wait_with_the_same_identity(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("busy@example.com");
        bench.Smtp.AnswerAt(SmtpStage.FinalDot, "451 4.3.0 later", "451 4.3.0 later");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync();
        var first = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Queued, 1, "451 4.3.0 later"), (first.State, first.Attempts, first.LastReply));
        Assert.InRange(first.NotBefore - bench.Time.GetUtcNow(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));

        bench.Database.Clock.Advance(TimeSpan.FromMinutes(4.9));
        await bench.DeliverAsync();
        Assert.Equal(1, (await bench.MessageAsync(issue)).Attempts);
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.DeliverAsync();
        Assert.Equal(2, (await bench.MessageAsync(issue)).Attempts);
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(17));
        await bench.DeliverAsync();
        var sent = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Sent, first.DatedAt), (sent.State, sent.DatedAt));
        Assert.Contains(
            "Thu, 05 Mar 2026 07:00:00 +0000",
            Assert.Single(bench.Smtp.Mails).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_message_whose_retries_are_used_up_has_failed(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await bench.ReaderAsync("busy@example.com");
        bench.Smtp.Answer("busy@example.com", [.. Enumerable.Repeat("450 4.2.1 later", 9)]);
        var issue = await bench.IssueAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.NotEqual(
                MessageState.Failed,
                i == 0 ? MessageState.Queued : (await bench.MessageAsync(issue)).State
            );
            await bench.DeliverAsync();
            bench.Database.Clock.Advance(TimeSpan.FromHours(1));
        }

        var message = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Failed, "Given up: 450 4.2.1 later"), (message.State, message.LastReply));
        Assert.Equal(IssueState.Sent, (await bench.StatusAsync(issue)).State);
    }

    [Fact]
    public async Task A_second_process_on_one_data_folder_is_refused_with_a_sentence()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        using var held = bench.Database.Folder.TryLock("delivery.lock");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => bench.DeliverAsync());
        Assert.Contains("delivers from", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_lets_what_is_in_flight_finish_and_leaves_the_rest_queued()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        await bench.ReadersAsync(40);
        var issue = await bench.IssueAsync();
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromMilliseconds(300));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        await bench.Dispatcher().RunAsync(DeliveryMode.Forever, null, stop.Token);
        var status = await bench.StatusAsync(issue);
        Assert.InRange(status.Sent, 1, 20);
        Assert.Equal(
            (status.Sent, 40 - status.Sent, 0, 0),
            (bench.Smtp.Mails.Count, status.Queued, status.Sending, status.Unknown)
        );
    }

    [Fact]
    public async Task What_is_not_answered_within_the_grace_is_in_doubt()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Grace = "200ms";
        var publication = await bench.PublicationAsync("held", UnknownPolicy.Hold);
        await bench.ReaderAsync("a@example.com", publicationId: publication);
        var issue = await bench.IssueAsync(publicationId: publication);
        bench.Smtp.DelayAt(SmtpStage.FinalDot, TimeSpan.FromSeconds(30));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await bench
            .Dispatcher()
            .RunAsync(DeliveryMode.Forever, null, stop.Token)
            .WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal(MessageState.Unknown, (await bench.MessageAsync(issue)).State);
    }

    [Fact]
    public async Task Until_done_waits_for_retries()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        bench.Time = TimeProvider.System;
        bench.Delivery.Retries = "300ms,…";
        await bench.ReaderAsync("busy@example.com");
        bench.Smtp.Answer("busy@example.com", "450 4.2.1 later", "450 4.2.1 later", "450 4.2.1 later");
        var issue = await bench.IssueAsync();
        await bench.DeliverAsync(DeliveryMode.UntilDone);
        var message = await bench.MessageAsync(issue);
        Assert.Equal((MessageState.Sent, 3), (message.State, message.Attempts));
    }
}
