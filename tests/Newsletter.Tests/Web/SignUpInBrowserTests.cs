using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Web;

/// <summary>The pages of signing up on a phone, as a person walks through them.</summary>
public sealed class SignUpInBrowserTests(Browser browser)
{
    private const int Phone = 360;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ColorScheme.Light, "#1a5276")]
    [InlineData(ColorScheme.Dark, "#1a5276")]
    [InlineData(ColorScheme.Light, "#ffd23f")]
    [InlineData(ColorScheme.Dark, "#5a0010")]
    public async Task Nothing_keeps_anybody_out_from_the_start_page_to_the_subscription(
        ColorScheme scheme,
        string accent
    )
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        await using (var db = site.Database.Open())
        {
            (await db.Publications.SingleAsync(Cancel)).SetTheme(Theme.Default.With($"accent={accent}"));
            await db.SaveChangesAsync(Cancel);
        }

        var page = await browser.VisitAsync(site.Client.BaseAddress!, Phone, scheme);
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        await LookAsync(page);
        await page.ClickAsync("a[href='lettre/subscribe']");
        await LookAsync(page);
        site.Database.Clock.Advance(TimeSpan.FromSeconds(3));
        await page.GetByLabel("Votre adresse électronique").FillAsync("ada@gmial.com");
        await page.ClickAsync("button");
        await LookAsync(page);
        await page.ClickAsync("button[value='ada@gmail.com']");
        await LookAsync(page);

        var link = await site.RequestPathAsync(LinkPurpose.Confirm, "confirm");
        await page.GotoAsync(new Uri(site.Client.BaseAddress!, link).AbsoluteUri);
        await LookAsync(page);
        await page.ClickAsync("button");
        await LookAsync(page);
        Assert.Equal(SubscriptionState.Active, await site.StateAsync(1));
        // A policy that forbids what the page shows says so there.
        Assert.Empty(said);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/lettre/form")]
    [InlineData("/fresh-link")]
    [InlineData("/unsubscribe/broken")]
    [InlineData("/confirm/broken")]
    public async Task Nor_do_the_pages_beside_it(string path)
    {
        await using var site = await ReaderSite.StartAsync(Provider.Sqlite);
        await site.PublicationAsync();
        var page = await browser.VisitAsync(new Uri(site.Client.BaseAddress!, path), Phone);
        await LookAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task LookAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{page.Url} {violation.Id}: {violation.Help}"));
        var room = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(room <= Phone, $"{page.Url} is {room} pixels wide.");
        Assert.Empty(await page.Context.CookiesAsync());
    }
}
