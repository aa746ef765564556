using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Newsletter.Staff;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

/// <summary>The desk as a person meets it, on a phone and on a large screen.</summary>
public sealed class DeskInBrowserTests(Browser browser)
{
    private static readonly string[] s_pages =
    [
        "/desk",
        "/desk/columns",
        "/desk/issues",
        "/desk/issues/1",
        "/desk/issues/1/progress",
        "/desk/staff",
        "/desk/trail",
        "/desk/account",
    ];

    [Theory]
    [InlineData(360, ColorScheme.Light, "fr")]
    [InlineData(360, ColorScheme.Dark, "en")]
    [InlineData(1280, ColorScheme.Light, "en")]
    [InlineData(1280, ColorScheme.Dark, "fr")]
    public async Task Nothing_keeps_anybody_out(int width, ColorScheme scheme, string language)
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        await DeskWorld.FillAsync(site, here);
        await site.MemberAsync("ada@example.org", StaffRole.Admin, language: language);
        var page = await browser.VisitAsync(new Uri(site.Root, "/desk/sign-in"), width, scheme);
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        await LookAsync(page, width, scheme);
        await page.FillAsync("#email", "ada@example.org");
        await page.FillAsync("#password", DeskSite.Password);
        await page.ClickAsync("button");
        await page.WaitForURLAsync("**/desk");
        foreach (var path in s_pages)
        {
            await page.GotoAsync(new Uri(site.Root, path).AbsoluteUri);
            await LookAsync(page, width, scheme);
        }

        // A policy that forbids what a page holds says so there.
        Assert.Empty(said);
        await page.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("NEWSLETTER_SHOTS") is { Length: > 0 } folder)
        {
            var name = new Uri(page.Url).AbsolutePath.Trim('/').Replace('/', '-');
            await page.ScreenshotAsync(new() { Path = $"{folder}/{name}-{width}-{scheme}.png", FullPage = true });
        }

        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{page.Url} {violation.Id}: {violation.Help}"));
        var room = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(room <= width, $"{page.Url} is {room} pixels wide.");
    }
}
