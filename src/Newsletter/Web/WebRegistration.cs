using Microsoft.AspNetCore.Server.Kestrel.Core;
using Newsletter.Hosting;
using Newsletter.Web.Readers;

namespace Newsletter.Web;

/// <summary>The web as a door of the host: what it needs, and where its pages are.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Web");
        services.AddWebHeaders();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ReaderPage.LargestBody;
        });
        return services;
    }

    public static void MapWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/-/500");
        app.UseStatusCodePagesWithReExecute("/-/{0}");
        app.UseRouting();
        app.MapRazorPages();
        app.MapMethods(PictureAnswer.Route, [HttpMethods.Get, HttpMethods.Head], PictureAnswer.Give);
        app.MapMethods(OwnDataFile.Route, [HttpMethods.Get, HttpMethods.Head], OwnDataFile.GiveAsync);
        app.MapMethods(
            "/health",
            [HttpMethods.Get, HttpMethods.Head],
            (Health health, CancellationToken cancel) => health.GiveAsync(cancel)
        );
    }
}
