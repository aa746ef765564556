using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Newsletter.Tests.Testing.Browser))]

namespace Newsletter.Tests.Testing;

/// <summary>One Chromium for all tests that need one, kept off the network.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private static readonly string[] s_arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A page that shows <paramref name="html"/>; everything it asks of the network is refused.</summary>
    public async Task<IPage> ShowAsync(string html, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await StartedAsync();
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                Offline = true,
            }
        );
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>A page of a site on the loopback, as a phone or a desk shows it, without any script.</summary>
    public async Task<IPage> VisitAsync(Uri address, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await StartedAsync();
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = scheme,
                BypassCSP = false,
            }
        );
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        if (!File.Exists(Executable))
        {
            Assert.SkipUnless(
                Environment.GetEnvironmentVariable("CI") == "true",
                $"There is no {Executable}; install Debian's chromium. With CI=true this is a failure."
            );
            throw new InvalidOperationException($"There is no {Executable}; install Debian's chromium.");
        }
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return chromium ??= await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Executable, Args = s_arguments }
            );
        }
        finally
        {
            starting.Release();
        }
    }
}
