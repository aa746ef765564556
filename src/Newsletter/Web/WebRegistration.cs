using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Newsletter.Addresses;
using Newsletter.Hosting;
using Newsletter.Web.Desk;
using Newsletter.Web.Readers;

namespace Newsletter.Web;

/// <summary>The web as a door of the host: what it needs, and where its pages are.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Web");
        // Every page says that it is UTF-8: letters with accents stand as they are, and what HTML means is still escaped.
        services.Configure<WebEncoderOptions>(pages =>
            pages.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddWebHeaders();
        services.AddDesk();
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<SiteOptions>>((headers, site) => Trust(headers, site.Value));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ReaderPage.LargestBody;
        });
        return services;
    }

    public static void MapWeb(this WebApplication app)
    {
        // First: what follows asks where a visitor comes from.
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/-/500");
        app.UseStatusCodePagesWithReExecute("/-/{0}");
        app.UseOneClick();
        app.UseRouting();
        app.UseDesk();
        app.MapRazorPages();
        app.MapMethods(PictureAnswer.Route, [HttpMethods.Get, HttpMethods.Head], PictureAnswer.Give);
        app.MapMethods(SignUpJson.Route, [HttpMethods.Options], SignUpJson.Options);
        app.MapPost(SignUpJson.Route, SignUpJson.PostAsync);
        app.MapMethods(OwnDataFile.Route, [HttpMethods.Get, HttpMethods.Head], OwnDataFile.GiveAsync);
        app.MapMethods(
            "/health",
            [HttpMethods.Get, HttpMethods.Head],
            (Health health, CancellationToken cancel) => health.GiveAsync(cancel)
        );
    }

    // Each proxy adds who asked it: from the last one back, as long as it is one of ours that says so.
    private static void Trust(ForwardedHeadersOptions headers, SiteOptions site)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = null;
        foreach (var proxy in site.Proxies ?? [])
            headers.KnownIPNetworks.Add(proxy);
    }
}
