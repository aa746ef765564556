using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Newsletter.Tests.Testing;

/// <summary>A web server on the loopback that answers as a test says, and counts who asks.</summary>
internal sealed class PictureServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private PictureServer(WebApplication app) => this.app = app;

    /// <summary>The paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Root => app.Urls.Single();

    /// <param name="certificate">Speaks HTTPS by it; HTTP where there is none.</param>
    public static async Task<PictureServer> StartAsync(
        Func<HttpContext, Task> answer,
        string host = "127.0.0.1",
        X509Certificate2? certificate = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"{(certificate is null ? "http" : "https")}://{host}:0");
        if (certificate is not null)
            builder
                .WebHost.UseKestrelHttpsConfiguration()
                .ConfigureKestrel(kestrel =>
                    kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate)
                );
        var built = builder.Build();
        var server = new PictureServer(built);
        built.Run(context =>
        {
            server.Asked.Enqueue(context.Request.Path);
            return answer(context);
        });
        await built.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Answers every path with these bytes.</summary>
    public static Task<PictureServer> OfAsync(byte[] bytes) =>
        StartAsync(context => context.Response.Body.WriteAsync(bytes).AsTask());

    public Uri At(string path) => new(Root + path);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
