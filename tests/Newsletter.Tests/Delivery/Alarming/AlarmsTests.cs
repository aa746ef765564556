using Microsoft.EntityFrameworkCore;
using Newsletter.Database;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;
using Newsletter.Publications;
using Newsletter.Tests.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.Alarming;

/// <summary>Staff is written to once when something stops.</summary>
public sealed class AlarmsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_held_issue_is_told_once_to_each_address_in_the_run_that_holds_it(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        await HeldAsync(bench);
        await bench.DeliverAsync();
        await bench.DeliverAsync();
        Assert.Equal(
            ["desk@example.net", "operator@example.net"],
            bench.Smtp.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal)
        );
        var mail = MimeKit.MimeMessage.Load(new MemoryStream(bench.Smtp.Mails.First().Bytes), Cancel);
        Assert.Equal("La Lettre: an issue is held", mail.Subject);
        Assert.Equal("lettre@example.org", bench.Smtp.Mails.First().Sender);
        foreach (var part in (string[])[mail.TextBody ?? "", mail.HtmlBody ?? ""])
            Assert.Contains("It has no approved content", Unwrapped(part), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_issue_that_is_held_again_is_told_again(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        var issue = await HeldAsync(bench);
        await bench.DeliverAsync();
        await bench.ChangeAsync(async db => (await db.IssueAsync(issue, Cancel)).Resume());
        await bench.DeliverAsync();
        Assert.Equal(4, bench.Smtp.Mails.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_slot_that_was_missed_is_told_and_one_that_was_skipped_in_time_is_not(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        var now = bench.Time.GetUtcNow();
        await bench.ChangeAsync(async db =>
        {
            var edition = await db.Editions.SingleAsync(Cancel);
            var missed = new Slot(edition.Id, now.AddHours(-30), now);
            missed.Skip("missed by more than 24 hours; compose the issue by hand if it shall still go");
            var skipped = new Slot(edition.Id, now.AddHours(-1), now);
            skipped.Skip("nothing new");
            db.Slots.AddRange(missed, skipped);
        });
        await bench.DeliverAsync();
        await bench.DeliverAsync();
        Assert.Equal(2, bench.Smtp.Mails.Count);
        Assert.All(
            bench.Smtp.Mails,
            mail => Assert.Contains("Subject: La Lettre: an issue was missed", mail.Text, StringComparison.Ordinal)
        );
        var text = MimeKit.MimeMessage.Load(new MemoryStream(bench.Smtp.Mails.First().Bytes), Cancel).TextBody ?? "";
        Assert.Contains("more than 24 hours", Unwrapped(text), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_relay_that_refuses_for_a_while_is_told_once_and_again_when_it_does_so_again(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        var alarms = bench.Alarms();
        var clock = bench.Database.Clock;
        var since = clock.GetUtcNow();
        for (var minute = 0; minute < 30; minute++)
        {
            await alarms.RelayRefusesAsync(
                "smtp.example.org:25",
                "454 4.7.0 no login.",
                since,
                clock.GetUtcNow() - since,
                Cancel
            );
            Assert.Equal(minute < 10 ? 0 : 2, await AlarmsAsync(bench));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var again = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(11));
        await alarms.RelayRefusesAsync(
            "smtp.example.org:25",
            "454 4.7.0 no login.",
            again,
            TimeSpan.FromMinutes(11),
            Cancel
        );
        Assert.Equal(4, await AlarmsAsync(bench));
    }

    [Theory, OnBothDatabases]
    public async Task Two_processes_that_see_a_domain_refuse_tell_it_once(Provider provider)
    {
        await using var bench = await WatchedAsync(provider);
        await bench.Alarms().DomainStoppedAsync("example.com", "5.7.1 blocked.", Cancel);
        await bench.Alarms().DomainStoppedAsync("example.com", "5.7.1 blocked.", Cancel);
        Assert.Equal(2, await AlarmsAsync(bench));
    }

    [Theory, OnBothDatabases]
    public async Task With_nobody_to_write_to_the_log_says_it_once(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        await HeldAsync(bench);
        var dispatcher = bench.Dispatcher();
        for (var i = 0; i < 2; i++)
            await dispatcher.RunAsync(Newsletter.Delivery.DeliveryMode.UntilIdle, progress: null, Cancel);
        Assert.Single(bench.Log.Lines, line => line.Contains("Alarms__To", StringComparison.Ordinal));
        Assert.Empty(bench.Smtp.Mails);
    }

    [Fact]
    public async Task A_template_that_is_wrong_stops_no_alarm()
    {
        await using var bench = await WatchedAsync(Provider.Sqlite);
        using var templates = new TemplateCopy();
        await File.WriteAllTextAsync(templates.In("alarm", "mail.html"), "{{ if }}", Cancel);
        bench.Templates = templates.Path;
        await HeldAsync(bench);
        await bench.DeliverAsync();
        Assert.Equal(2, bench.Smtp.Mails.Count);
        Assert.Contains("It has no approved content", bench.Smtp.Mails.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_can_be_set()
    {
        await using var bench = await WatchedAsync(Provider.Sqlite);
        bench.Alarming.From = "Newsletter <watch@example.org>";
        await HeldAsync(bench);
        await bench.DeliverAsync();
        Assert.All(bench.Smtp.Mails, mail => Assert.Equal("watch@example.org", mail.Sender));
    }

    [Theory]
    [InlineData("desk", "", "10m", "Alarms__To")]
    [InlineData("", "Newsletter", "10m", "Alarms__From")]
    [InlineData("", "", "soon", "Alarms__RelayAfter")]
    public void A_wrong_setting_is_named(string to, string from, string after, string setting)
    {
        var found = new AlarmOptionsCheck().Validate(
            name: null,
            new AlarmOptions
            {
                To = to,
                From = from,
                RelayAfter = after,
            }
        );
        Assert.Contains(setting, found.FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<DeliveryBench> WatchedAsync(Provider provider)
    {
        var bench = await DeliveryBench.CreateAsync(provider);
        bench.Alarming.To = "desk@example.net, operator@example.net";
        return bench;
    }

    // Queued, and what was approved is gone: freezing holds it.
    private static async Task<int> HeldAsync(DeliveryBench bench)
    {
        var issue = await bench.IssueAsync();
        await using var db = bench.Database.Open();
        await db.Set<Newsletter.Messages.IssueBundle>().ExecuteDeleteAsync(Cancel);
        return issue;
    }

    private static string Unwrapped(string text) =>
        text.ReplaceLineEndings(" ").Replace("> ", "", StringComparison.Ordinal);

    private static async Task<int> AlarmsAsync(DeliveryBench bench)
    {
        await using NewsletterDb db = bench.Database.Open();
        return await db.ServiceMails.CountAsync(m => m.Purpose == ServiceMailPurpose.Alarm, Cancel);
    }
}
