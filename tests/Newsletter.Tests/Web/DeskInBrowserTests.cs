using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Newsletter.Columns;
using Newsletter.Issues;
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
        "/desk/columns/new",
        "/desk/columns/1",
        "/desk/columns/1/edit",
        "/desk/issues",
        "/desk/issues/1",
        "/desk/issues/1/content",
        "/desk/issues/1/progress",
        "/desk/settings",
        "/desk/settings/lettre",
        "/desk/settings/lettre/rule",
        "/desk/settings/lettre/sources",
        "/desk/settings/lettre/sources/1",
        "/desk/installation",
        "/desk/installation/publication",
        "/desk/installation/signing",
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

    [Fact]
    public async Task Columns_are_ordered_by_the_keyboard_alone_and_it_is_said_aloud()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        foreach (var title in new[] { "Un", "Deux", "Trois" })
            await site
                .Services.GetRequiredService<Intake>()
                .TakeAsync(here.Slug, $"test:{title}", Some.Column(title, $"Le texte de {title}."), Cancel);
        await site.Services.GetRequiredService<Composing>().ComposeAsync(new IssueWish(here.Slug), Cancel);
        await site.MemberAsync("ada@example.org", StaffRole.Editor, here.Id);
        var page = await browser.VisitAsync(new Uri(site.Root, "/desk/sign-in"), 360, ColorScheme.Light);
        await page.FillAsync("#email", "ada@example.org");
        await page.FillAsync("#password", DeskSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk");
        await page.GotoAsync(new Uri(site.Root, "/desk/issues/1/content").AbsoluteUri);

        await page.FocusAsync("li[data-id='3'] button[data-move='-1']");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Trois is now number 2 of 3", await page.TextContentAsync("#order-said"));
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        Assert.Equal("Trois is now number 1 of 3", await page.TextContentAsync("#order-said"));
        await page.ClickAsync("text=Save the columns");
        await page.WaitForSelectorAsync(".said");

        await using var db = site.Database.Open();
        Assert.Equal([3, 1, 2], (await db.IssueAsync(1, Cancel)).Columns.Select(column => column.ColumnId));
        await page.Context.CloseAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
