using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Hosting;

namespace Newsletter.Web;

/// <summary>The service as a whole: web, schedule and delivery in one process.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    private readonly WebApplication app;

    private Site(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<string> Urls => [.. app.Urls];

    public IServiceProvider Services => app.Services;

    /// <param name="places">The folders of this installation.</param>
    /// <param name="urls">Where to listen; null for what ASP.NET Core's settings say, or else <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="adjust">For tests: replaces parts before the host is built.</param>
    /// <exception cref="Refusal">The settings cannot be read.</exception>
    public static Site Build(Places places, string? urls, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(Site).Assembly.GetName().Name,
            }
        );
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddSettings();
        builder.Configuration.AddEnvironmentVariables("ASPNETCORE_");
        builder.Logging.AddToStandardError(builder.Configuration);
        if (urls is not null || string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(urls ?? DefaultUrl);

        var database = new DatabaseOptions();
        builder.Configuration.GetSection("Database").Bind(database);
        builder.Services.AddNewsletter(places);
        var databases = new Databases(Options.Create(database), new DataFolder(places.Data));
        builder.Services.AddScheduling(databases, clustered: databases.IsPostgres);
        builder.Services.AddHostedService<DeliveryLoop>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DeliveryOptions.LongestStop);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddWeb();
        adjust?.Invoke(builder.Services);
        var built = builder.Build();
        built.MapWeb();
        built.MapTelemetry();
        return new Site(built);
    }

    /// <exception cref="Refusal">The port is in use, or may not be used.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception fault) when (IsOfListening(fault))
        {
            throw new Refusal(
                $"The service cannot listen on {app.Configuration[WebHostDefaults.ServerUrlsKey]} ({Why(fault)}); stop what uses the port, or choose another with --urls http://127.0.0.1:5081.",
                fault
            );
        }
    }

    /// <summary>Stops in order: no message is begun, those in flight finish.</summary>
    public Task StopAsync(CancellationToken cancel) => app.StopAsync(cancel);

    /// <summary>Until the token says so, or a signal of the operating system does.</summary>
    public Task WaitAsync(CancellationToken cancel) => app.WaitForShutdownAsync(cancel);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static bool IsOfListening(Exception fault) =>
        fault is IOException or SocketException or FormatException
        || fault is ArgumentOutOfRangeException { ParamName: "port" }
        || fault.Source == "Microsoft.AspNetCore.Server.Kestrel.Core";

    private static string Why(Exception fault) =>
        fault is ArgumentOutOfRangeException
            ? "a port is a number from 0 to 65535"
            : fault.Message.Split(["\n", ". "], 2, StringSplitOptions.None)[0].Trim().TrimEnd('.');
}
