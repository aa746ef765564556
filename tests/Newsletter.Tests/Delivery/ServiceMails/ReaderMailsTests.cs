using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.ServiceMails;

/// <summary>What readers ask for, as it arrives.</summary>
public sealed partial class ReaderMailsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(ReaderRequestKind.Confirm), "/confirm/", false)]
    [InlineData(nameof(ReaderRequestKind.Welcome), null, true)]
    [InlineData(nameof(ReaderRequestKind.Goodbye), "/unsubscribe/", false)]
    [InlineData(nameof(ReaderRequestKind.FreshLink), "/preferences/", true)]
    [InlineData(nameof(ReaderRequestKind.OwnData), "/my-data/", false)]
    [InlineData(nameof(ReaderRequestKind.NewAddress), "/new-address/", false)]
    public async Task Every_kind_arrives_once_with_its_link(string kind, string? path, bool canLeave)
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await AskAsync(bench, Enum.Parse<ReaderRequestKind>(kind));
        await bench.DeliverAsync();
        await bench.DeliverAsync();
        var mail = Assert.Single(bench.Smtp.Mails);
        Assert.Equal("ada@example.com", mail.Recipient);
        Assert.Equal(canLeave, Load(mail.Bytes).Headers.Contains("List-Unsubscribe"));
        var links = OwnLinks(mail.Bytes).ToList();
        if (path is not null)
            Assert.Contains(links, link => link.StartsWith(path, StringComparison.Ordinal));
        Assert.Equal(
            canLeave || path == "/unsubscribe/",
            links.Exists(link => link.StartsWith("/unsubscribe/", StringComparison.Ordinal))
        );
        await using var db = bench.Database.Open();
        Assert.NotNull((await db.ReaderRequests.SingleAsync(Cancel)).MailedAt);
    }

    [Theory, OnBothDatabases]
    public async Task The_link_to_confirm_is_that_of_the_request(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        var id = await AskAsync(bench, ReaderRequestKind.Confirm);
        await bench.DeliverAsync();
        var token = OwnLinks(bench.Smtp.Mails.Single().Bytes).First()["/confirm/".Length..];
        var keys = await new LinkKeys(bench.Database.Databases, bench.Database.Lane, bench.Time).AllAsync(Cancel);
        Assert.True(ReaderLink.TryRead(token, LinkPurpose.Confirm, keys, out var number));
        Assert.Equal(id, number);
    }

    [Fact]
    public async Task A_confirmation_shows_the_sentence_of_the_form_and_no_name_that_a_stranger_typed()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await AskAsync(bench, ReaderRequestKind.Confirm, name: "Buy cheap things", sentence: "Yes, every week.");
        await bench.DeliverAsync();
        var mail = Load(bench.Smtp.Mails.Single().Bytes);
        Assert.Contains("Yes, every week.", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy cheap", mail.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_speaks_the_readers_language()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await AskAsync(bench, ReaderRequestKind.OwnData, language: "fr");
        await bench.DeliverAsync();
        Assert.Contains("Ouvrir ma page", Load(bench.Smtp.Mails.Single().Bytes).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_welcome_names_the_latest_issue_and_leads_to_it_where_the_publication_wants_so()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await bench.ChangeAsync(async db =>
            (await db.Publications.SingleAsync(Cancel)).SetWelcome(WelcomeMail.WithLatestIssue)
        );
        await bench.IssueAsync(DeliveryBench.Content("Tide tables"));
        await bench.DeliverAsync();
        await AskAsync(bench, ReaderRequestKind.Welcome);
        await bench.DeliverAsync();
        var text = Load(bench.Smtp.Mails.Single().Bytes).TextBody;
        Assert.Contains("“Tide tables”", text, StringComparison.Ordinal);
        Assert.Contains("https://news.example.org/lettre/1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_too_long_ago_does_not_go()
    {
        await using var bench = await DeliveryBench.CreateAsync();
        await AskAsync(bench, ReaderRequestKind.OwnData);
        bench.Database.Clock.Advance(TimeSpan.FromMinutes(61));
        await bench.DeliverAsync();
        Assert.Empty(bench.Smtp.Mails);
    }

    [Theory, OnBothDatabases]
    public async Task A_mail_that_cannot_be_written_keeps_no_other_waiting(Provider provider)
    {
        await using var bench = await DeliveryBench.CreateAsync(provider);
        using var templates = new Rendering.TemplateCopy();
        await File.WriteAllTextAsync(templates.In("own-data", "mail.html"), "{{ nonsense", Cancel);
        bench.Templates = templates.Path;
        await AskAsync(bench, ReaderRequestKind.OwnData);
        await AskAsync(bench, ReaderRequestKind.Confirm);
        await bench.DeliverAsync();
        Assert.Contains("/confirm/", OwnLinks(Assert.Single(bench.Smtp.Mails).Bytes).First(), StringComparison.Ordinal);
        Assert.Contains(bench.Log.Lines, line => line.Contains("cannot be written", StringComparison.Ordinal));
        await using var db = bench.Database.Open();
        Assert.Equal(1, await db.ReaderRequests.CountAsync(r => r.MailedAt == null, Cancel));
    }

    private static async Task<long> AskAsync(
        DeliveryBench bench,
        ReaderRequestKind kind,
        string? name = "Ada",
        string? sentence = "Yes.",
        string? language = null
    )
    {
        await using var db = bench.Database.Open();
        var (now, to) = (bench.Database.Clock.GetUtcNow(), EmailAddress.Parse("ada@example.com"));
        var subscriber = await db.Subscribers.SingleOrDefaultAsync(Cancel) ?? new Subscriber(to, name, now);
        var subscription =
            await db.Subscriptions.SingleOrDefaultAsync(Cancel)
            ?? new Subscription(bench.PublicationId, subscriber, now);
        db.Consents.Add(new Consent(subscription, ConsentAct.Asked, now, "form", sentence));
        var request = new ReaderRequest(kind, to, language, now)
        {
            Subscriber = subscriber,
            Subscription = subscription,
            PublicationId = bench.PublicationId,
        };
        db.ReaderRequests.Add(request);
        await db.SaveChangesAsync(Cancel);
        return request.Id;
    }

    private static MimeKit.MimeMessage Load(byte[] mail) => MimeKit.MimeMessage.Load(new MemoryStream(mail), Cancel);

    /// <summary>The paths of links to our own site in the text part, in their order.</summary>
    private static IEnumerable<string> OwnLinks(byte[] mail) =>
        Own().Matches(Load(mail).TextBody ?? "").Select(match => match.Groups["path"].Value);

    [GeneratedRegex(
        @"https://news\.example\.org(?<path>/\S+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Own();
}
