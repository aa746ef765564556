using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns.Pictures;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Delivery.Alarming;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Review;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Testing;

/// <summary>A database with a publication, and a dispatcher that delivers it to wherever a test says.</summary>
internal sealed class DeliveryBench : IAsyncDisposable
{
    private readonly TestDatabase database;

    private DeliveryBench(TestDatabase database, SmtpServer smtp)
    {
        (this.database, Smtp) = (database, smtp);
        Dkims.Keys.Add(Dkim);
        Relay = new RelayOptions
        {
            Host = "127.0.0.1",
            Port = smtp.Port,
            Connections = 2,
        };
    }

    public TestDatabase Database => database;

    public SmtpServer Smtp { get; }

    public RelayOptions Relay { get; }

    public DeliveryOptions Delivery { get; } = new() { Retries = "5m,15m", Grace = "10s" };

    public RelayTimeouts Timeouts { get; set; } = new();

    /// <summary>The first key of the settings; none as long as it is empty.</summary>
    public DkimOptions Dkim { get; } = new();

    public DkimSettings Dkims { get; } = new();

    public AlarmOptions Alarming { get; } = new();

    public string Templates { get; set; } = Path.Combine(Repository.Root, "templates");

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public int PublicationId { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DeliveryBench> CreateAsync(Provider provider = Provider.Sqlite)
    {
        var bench = new DeliveryBench(await TestDatabase.CreateAsync(provider), SmtpServer.Start());
        bench.PublicationId = await bench.PublicationAsync("lettre");
        bench.Time = bench.database.Clock;
        return bench;
    }

    public async Task<int> PublicationAsync(string slug, UnknownPolicy policy = UnknownPolicy.SendAgain)
    {
        await using var db = database.Open();
        var publication = new Publication(
            slug,
            "La Lettre",
            Mailbox.Parse("La Lettre <lettre@example.org>"),
            database.Clock.GetUtcNow()
        );
        publication.SetUnknownPolicy(policy);
        db.Publications.Add(publication);
        await db.SaveChangesAsync(Cancel);
        return publication.Id;
    }

    /// <summary>Approved and queued for now.</summary>
    public async Task<int> IssueAsync(BundleContent? content = null, int? publicationId = null, int number = 1)
    {
        await using var db = database.Open();
        var now = database.Clock.GetUtcNow();
        var publication = await db.Publications.SingleAsync(p => p.Id == (publicationId ?? PublicationId), Cancel);
        var issue = new Issue(publication.Id, publication.EveryIssue.Id, number, now);
        issue.Approve("test", now);
        issue.Queue(now, now);
        db.Issues.Add(issue);
        await db.SaveChangesAsync(Cancel);
        db.IssueBundles.Add(new IssueBundle(issue.Id, content ?? Content(), now, now));
        await db.SaveChangesAsync(Cancel);
        return issue.Id;
    }

    public static BundleContent Content(string subject = "L'été à Paris", string? html = null, string? text = null) =>
        new(
            "La Lettre",
            "lettre@example.org",
            ReplyTo: null,
            subject,
            "Preheader",
            html ?? $"<p>Bonjour {Mark.ReaderName}, <a href=\"{Mark.UnsubscribeUrl}\">partir</a></p>",
            WebHtml: null,
            text ?? $"Bonjour {Mark.ReaderName},\n\npartir : {Mark.UnsubscribeUrl}\n",
            ByReader: null,
            "La Lettre",
            "lettre",
            "fr",
            "https://news.example.org",
            "every"
        );

    /// <summary>What the dispatcher says.</summary>
    public SaidLines Log { get; } = new();

    /// <summary>Null: as the program has it.</summary>
    public TimeSpan? ClaimLease { get; set; }

    public Ledger Ledger()
    {
        var usual = new Ledger(database.Databases, database.Lane, Time, Options.Create(Delivery), Timeouts);
        return ClaimLease is { } lease
            ? new Ledger(database.Databases, database.Lane, Time, Options.Create(Delivery), Timeouts)
            {
                ClaimLease = lease,
            }
            : usual;
    }

    public Freezing Freezing() => new(database.Databases, database.Lane, Options.Create(Delivery), Time);

    public Withdrawing Withdrawing() => new(database.Databases, database.Lane, Time);

    public Recovery Recovery() => new(database.Databases, database.Lane, Time);

    public Letters Letters() =>
        new(
            database.Databases,
            new LinkKeys(database.Databases, database.Lane, Time),
            new DkimKeyring(Options.Create(Dkims)),
            new BounceDomains(database.Databases, Time)
        );

    /// <summary>More than one way out; empty: <see cref="Relay"/> alone.</summary>
    public List<RelayOptions> Relays { get; } = [];

    public DeliveryMeter Meter { get; } = new();

    public DomainsOptions Domains { get; } = new();

    private Carriers Carriers(ICarrier? carrier) =>
        new(
            carrier is not null
                ? [carrier]
                : [.. (Relays is [] ? [Relay] : Relays).Select(relay => new Relay(relay, Timeouts, Time))]
        );

    public ServiceMailQueue ServiceMails() => new(database.Lane, Time);

    public Alarms Alarms() =>
        new(
            database.Databases,
            new StoppedIssues(database.Databases, Options.Create(new ScheduleOptions()), Time),
            new FailingSources(database.Databases, Time),
            new AlarmMail(
                new ServiceMailRenderer(new TemplateFolder(Templates)),
                new PublicationLogo(new PictureFolder(database.Folder), Options.Create(new SiteOptions()))
            ),
            ServiceMails(),
            Options.Create(Alarming),
            Time,
            Log
        );

    public Dispatcher Dispatcher(ICarrier? carrier = null)
    {
        var ledger = Ledger();
        return new(
            database.Databases,
            database.Folder,
            ledger,
            Freezing(),
            Recovery(),
            Upkeep(ledger),
            Letters(),
            Carriers(carrier),
            Options.Create(Domains),
            Options.Create(Delivery),
            Meter,
            Time,
            Log
        );
    }

    private Upkeep Upkeep(Ledger ledger) =>
        new(
            ledger,
            Recovery(),
            Withdrawing(),
            Freezing(),
            new SafetyValve(database.Databases, database.Lane, Options.Create(Delivery), Time, Log),
            Alarms(),
            this.ReaderMails(),
            new ProgressLog(database.Databases, new IssueStatuses(database.Databases, Time), Time, Log),
            new Backlog(database.Databases, Time),
            Meter,
            Time,
            Log
        );

    public Task DeliverAsync(DeliveryMode mode = DeliveryMode.UntilIdle, ICarrier? carrier = null) =>
        Dispatcher(carrier).RunAsync(mode, progress: null, Cancel).WaitAsync(TimeSpan.FromSeconds(60), Cancel);

    public async Task<List<MessageLine>> MessagesAsync(int issueId, MessageState? state = null) =>
        await new IssueStatuses(database.Databases, Time).MessagesAsync(issueId, state, Cancel).ToListAsync(Cancel);

    public Task<IssueStatus> StatusAsync(int issueId) =>
        new IssueStatuses(database.Databases, Time).OfAsync(issueId, Cancel);

    public async Task<Message> MessageAsync(int issueId)
    {
        await using var db = database.Open();
        return await db.Messages.AsNoTracking().SingleAsync(m => m.IssueId == issueId, Cancel);
    }

    public async Task ChangeAsync(Func<NewsletterDb, Task> change)
    {
        await using var db = database.Open();
        await change(db);
        await db.SaveChangesAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Meter.Dispose();
        await Smtp.DisposeAsync();
        await database.DisposeAsync();
    }
}
