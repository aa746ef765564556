using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Delivery;
using Newsletter.Hosting;

namespace Newsletter.Web;

/// <summary>The service as a whole: web, schedule and delivery in one process.</summary>
internal static class Site
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <param name="places">The folders of this installation.</param>
    /// <param name="urls">Where to listen; null for what ASP.NET Core's settings say, or else <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="adjust">For tests: replaces parts before the host is built.</param>
    /// <exception cref="Refusal">The settings cannot be read.</exception>
    public static WebApplication Build(Places places, string? urls, Action<IServiceCollection>? adjust = null)
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
        builder.Services.AddScheduling(new Databases(Options.Create(database), new DataFolder(places.Data)));
        builder.Services.AddHostedService<DeliveryLoop>();
        builder.Services.AddWeb();
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapWeb();
        return app;
    }
}
