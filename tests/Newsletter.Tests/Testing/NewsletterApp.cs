using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Hosting;
using Newsletter.Web;

namespace Newsletter.Tests.Testing;

/// <summary>The real host: web on a free port, schedule and delivery, SMTP on the loopback, and a clock that tests move.</summary>
internal sealed class NewsletterApp : IAsyncDisposable
{
    private readonly Site application;

    private NewsletterApp(Site host, DataFolder folder, SmtpServer smtp, FakeTimeProvider clock) =>
        (application, Folder, Smtp, Clock) = (host, folder, smtp, clock);

    public DataFolder Folder { get; }

    public SmtpServer Smtp { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Browser { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public Uri Root => new(application.Urls[0]);

    public static async Task<NewsletterApp> StartAsync()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("newsletter-app-").FullName);
        var smtp = SmtpServer.Start();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var host = Site.Build(
            Places.From(folder.Path, templates: null),
            "http://127.0.0.1:0",
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.Configure<RelayOptions>(relay =>
                    (relay.Host, relay.Port, relay.Security) = ("127.0.0.1", smtp.Port, "none")
                );
            }
        );
        await host.Services.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new NewsletterApp(host, folder, smtp, clock);
    }

    public T Stage<T>()
        where T : notnull => application.Services.GetRequiredService<T>();

    /// <summary>Types a command into the same data folder.</summary>
    public Task<Typed> TypeAsync(params string[] words) => Typed.DoneAsync([.. words, "--data", Folder.Path]);

    /// <summary>Lets time pass, a second at a time, until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo())
                return;
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(15, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"After ten minutes of the clock it is still not so: {what}");
    }

    public async ValueTask DisposeAsync()
    {
        // Stopping waits for delays of the clock that stands still.
        var stopping = application.StopAsync(TestContext.Current.CancellationToken);
        while (!stopping.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stopping;
        await application.DisposeAsync();
        await Smtp.DisposeAsync();
        Browser.Dispose();
        SqlitePools.Clear(Folder.Path);
        Directory.Delete(Folder.Path, recursive: true);
    }
}
