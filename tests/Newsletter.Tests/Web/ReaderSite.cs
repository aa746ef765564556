using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newsletter.Addresses;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Hosting;
using Newsletter.Issues;
using Newsletter.Messages;
using Newsletter.Publications;
using Newsletter.Records;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;
using Newsletter.Web;

namespace Newsletter.Tests.Web;

/// <summary>The readers' pages on a real port, over a database of their own, with a client that follows nothing and keeps no cookie.</summary>
internal sealed class ReaderSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private ReaderSite(TestDatabase database, WebApplication app)
    {
        (Database, this.app) = (database, app);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public TestDatabase Database { get; }

    public HttpClient Client { get; }

    public static async Task<ReaderSite> StartAsync(Provider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(WebRegistration).Assembly.GetName().Name,
                EnvironmentName = "Production",
            }
        );
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([
            new("urls", "http://127.0.0.1:0"),
            new("Database:Provider", provider is Provider.Postgres ? "postgres" : "sqlite"),
            new("Database:ConnectionString", database.Databases.ConnectionString),
        ]);
        builder.Services.AddSingleton<TimeProvider>(database.Clock);
        builder
            .Services.AddDatabase(database.Folder.Path)
            .AddSubscribers()
            .AddColumns()
            .AddRecords()
            .AddHosting()
            .AddWeb();
        var host = builder.Build();
        host.MapWeb();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new ReaderSite(database, host);
    }

    public async Task<Publication> PublicationAsync(
        string slug = "lettre",
        string title = "La Lettre",
        string language = "fr"
    )
    {
        await using var db = Database.Open();
        var publication = new Publication(slug, title, Mailbox.Parse("a@example.org"), Database.Clock.GetUtcNow());
        publication.SetLanguage(language);
        db.Publications.Add(publication);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return publication;
    }

    /// <summary>An active reader of a publication, and the path of their unsubscribe link.</summary>
    public async Task<(long Id, string Path)> ReaderAsync(Publication of, string address = "reader@example.org")
    {
        var added = await app
            .Services.GetRequiredService<Subscribing>()
            .AddAsync(
                of.Slug,
                EmailAddress.Parse(address),
                null,
                new("paper", "Yes"),
                TestContext.Current.CancellationToken
            );
        return (added.SubscriptionId, await PathAsync(added.SubscriptionId));
    }

    public async Task<string> PathAsync(long subscription) =>
        "/unsubscribe/" + await TokenAsync(LinkPurpose.Unsubscribe, subscription);

    /// <summary>That of a link that a mail would hold.</summary>
    public async Task<string> TokenAsync(LinkPurpose purpose, long number)
    {
        var key = await app.Services.GetRequiredService<LinkKeys>().SigningAsync(TestContext.Current.CancellationToken);
        return ReaderLink.Token(key, purpose, number);
    }

    public async Task SetAsync(Publication publication, Action<Publication> set)
    {
        await using var db = Database.Open();
        set(await db.Publications.SingleAsync(p => p.Id == publication.Id));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Issue 1, approved with this HTML; its sending has begun where <paramref name="started"/> says so.</summary>
    public async Task IssueAsync(Publication of, string html, bool started)
    {
        var now = Database.Clock.GetUtcNow();
        await using var db = Database.Open();
        var issue = new Issue(of.Id, of.EveryIssue.Id, 1, now);
        issue.Approve("test", now);
        db.Issues.Add(issue);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var content = new BundleContent(
            "A",
            "a@example.org",
            null,
            "Objet",
            "",
            html,
            null,
            "",
            null,
            "",
            of.Slug,
            "fr",
            "",
            ""
        );
        db.IssueBundles.Add(new IssueBundle(issue.Id, content, now, now));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        if (started)
        {
            await db
                .Issues.Where(i => i.Id == issue.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.StartedAt, now).SetProperty(i => i.State, IssueState.Sending),
                    TestContext.Current.CancellationToken
                );
        }
    }

    public async Task<Subscription> SubscriptionAsync(long id)
    {
        await using var db = Database.Open();
        return await db.Subscriptions.AsNoTracking().Include(s => s.Subscriber).SingleAsync(s => s.Id == id);
    }

    public async Task<SubscriptionState> StateAsync(long subscription) => (await SubscriptionAsync(subscription)).State;

    public async Task<List<(ConsentAct Act, string How)>> ProofAsync(long subscription)
    {
        await using var db = Database.Open();
        var lines = await db.Consents.Where(c => c.SubscriptionId == subscription).OrderBy(c => c.Id).ToListAsync();
        return [.. lines.Select(line => (line.Act, line.How))];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
