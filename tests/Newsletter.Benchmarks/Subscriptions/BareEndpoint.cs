using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Newsletter.Benchmarks.Subscriptions;

/// <summary>Kestrel in a process of its own, answering each POST with a word: what a request costs before anything is done.</summary>
internal sealed class BareEndpoint : IDisposable
{
    public const string Word = "bare-endpoint";

    private readonly Process process;

    private BareEndpoint(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    public static async Task<BareEndpoint> StartAsync()
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var program = Path.Combine(AppContext.BaseDirectory, "Newsletter.Benchmarks.dll");
        var bare = new BareEndpoint(Process.Start("dotnet", [program, Word, url]), url);
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.PostAsync(new Uri(new Uri(url), "x"), content: null);
                return bare;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>The process itself.</summary>
    public static async Task ServeAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/{**path}", () => "done");
        app.Urls.Add(url);
        await app.RunAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
