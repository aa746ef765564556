using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newsletter.Addresses;
using Newsletter.Hosting;
using Newsletter.Publications;
using Newsletter.Staff;
using Newsletter.Tests.Testing;
using Newsletter.Web;

namespace Newsletter.Tests.Web;

/// <summary>The desk on a real port, with all stages and a database of its own; nothing is delivered and no job runs.</summary>
internal sealed partial class DeskSite : IAsyncDisposable
{
    public const string Password = "a sentence that nobody guesses";

    private readonly WebApplication app;

    private DeskSite(TestDatabase database, WebApplication app) => (Database, this.app) = (database, app);

    public TestDatabase Database { get; }

    public IServiceProvider Services => app.Services;

    public Uri Root => new(app.Urls.Single());

    public static async Task<DeskSite> StartAsync(
        Provider provider,
        IEnumerable<KeyValuePair<string, string?>>? settings = null
    )
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
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([
            new("urls", "http://127.0.0.1:0"),
            new("Database:Provider", provider is Provider.Postgres ? "postgres" : "sqlite"),
            new("Database:ConnectionString", database.Databases.ConnectionString),
            .. settings ?? [],
        ]);
        builder.Services.AddNewsletter(new Places(database.Folder.Path, Path.Combine(Repository.Root, "templates")));
        builder.Services.AddWeb();
        builder.Services.AddSingleton<TimeProvider>(database.Clock);
        var host = builder.Build();
        host.MapWeb();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new DeskSite(database, host);
    }

    public async Task<Publication> PublicationAsync(string slug = "lettre", string language = "fr")
    {
        await using var db = Database.Open();
        var publication = new Publication(
            slug,
            "La Lettre",
            Mailbox.Parse("a@example.org"),
            Database.Clock.GetUtcNow()
        );
        publication.SetLanguage(language);
        db.Add(publication);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return publication;
    }

    /// <summary>An account with one role; null for none.</summary>
    public async Task<StaffMember> MemberAsync(
        string email,
        StaffRole? role,
        int? publicationId = null,
        string language = "en"
    )
    {
        await using var scope = Services.CreateAsyncScope();
        var member = new StaffMember
        {
            UserName = email,
            Email = email,
            Name = email.Split('@')[0],
            Language = language,
            JoinedAt = Database.Clock.GetUtcNow(),
        };
        var made = await scope
            .ServiceProvider.GetRequiredService<UserManager<StaffMember>>()
            .CreateAsync(member, Password);
        Assert.True(made.Succeeded, string.Join(" ", made.Errors.Select(error => error.Description)));
        if (role is { } given)
        {
            await using var db = Database.Open();
            db.Add(new StaffPost(member.Id, publicationId, given));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        return member;
    }

    /// <summary>A browser without script that keeps cookies and follows nothing.</summary>
    public HttpClient Visitor() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Root,
        };

    /// <summary>A browser in which a new member with this role has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(StaffRole? role, int? publicationId = null, string? email = null)
    {
        var address = email ?? $"{role?.ToString().ToLowerInvariant() ?? "nobody"}{publicationId}@example.org";
        await MemberAsync(address, role, publicationId);
        var client = Visitor();
        using var answer = await PostAsync(client, "/desk/sign-in", ("email", address), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Fills in a form of a page, and sends it.</summary>
    public static Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string path,
        params (string Name, string Value)[] fields
    ) => PostToAsync(client, path, path, fields);

    /// <summary>The same for a form that goes to another address than its page's.</summary>
    public static async Task<HttpResponseMessage> PostToAsync(
        HttpClient client,
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        var token = Token().Match(html);
        Assert.True(token.Success, $"{page} holds no form.");
        using var form = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("__RequestVerificationToken", WebUtility.HtmlDecode(token.Groups[1].Value)),
        ]);
        return await client.PostAsync(new Uri(action, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
