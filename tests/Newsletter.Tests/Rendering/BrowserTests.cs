using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

public sealed class BrowserTests(Browser browser)
{
    public static TheoryData<string> Names => [.. Samples.Names];

    private static bool IsLong => Environment.GetEnvironmentVariable("NEWSLETTER_TESTS_LONG") == "1";

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_keeps_a_reader_out(string name)
    {
        var html = Html(name);
        // What is long is long in the same parts: looking at it once more would only take minutes.
        string[] views =
            html.Length > 50_000 ? ["light"]
            : name.EndsWith("full-fr", StringComparison.Ordinal) ? ["light", "dark", "Outlook.com's dark", "no styles"]
            : IsLong ? ["light", "dark"]
            : [IsInTheDark(name) ? "dark" : "light"];
        foreach (var view in views.Select(View.Named))
        {
            var page = await browser.ShowAsync(view.Seen(html), 640, view.Scheme);
            var grave = await GraveIn(page);
            Assert.True(
                grave.Count == 0,
                string.Join('\n', grave.Select(v => $"{view.Name} {v.Id}: {v.Nodes[0].Html}"))
            );
            await page.CloseAsync();
        }
    }

    [Theory]
    [InlineData("color:#595959", "color:#b0b0b0", "color-contrast", ColorScheme.Light)]
    [InlineData("\na,.accent{", "\nb{", "color-contrast", ColorScheme.Dark)]
    [InlineData("lang=\"fr\"", "lang=\"no language\"", "html-lang-valid", ColorScheme.Light)]
    public async Task What_keeps_a_reader_out_is_seen(string good, string bad, string rule, ColorScheme scheme)
    {
        var page = await browser.ShowAsync(
            Html("default/full-fr").Replace(good, bad, StringComparison.Ordinal),
            640,
            scheme
        );
        Assert.Contains(await GraveIn(page), violation => violation.Id == rule);
    }

    [Fact]
    public async Task Lines_are_as_long_as_people_like_to_read()
    {
        var page = await browser.ShowAsync(Html("default/two-hundred-blocks"), 1200);
        var perLine = await page.EvaluateAsync<double>(
            """
            () => {
              const p = [...document.querySelectorAll('p')].sort((a, b) => b.textContent.length - a.textContent.length)[0];
              const lines = p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight);
              return p.textContent.length / lines;
            }
            """
        );
        Assert.InRange(perLine, 45, 95);
    }

    [Fact]
    public async Task A_button_is_as_high_as_a_fingertip_and_a_lone_link_half_of_it()
    {
        var page = await browser.ShowAsync(Html("default/full-fr"), 320);
        Assert.InRange(await HeightOf(page, ".button a"), 44, 90);
        foreach (var name in (string[])["default/links-only", "default/full-fr", "default/arabic"])
        {
            var lone = await browser.ShowAsync(Html(name), 320);
            var heights = await lone.EvaluateAsync<double[]>(
                "() => [...document.querySelectorAll('a')].filter(a => getComputedStyle(a).display === 'inline-block').map(a => a.getBoundingClientRect().height)"
            );
            Assert.NotEmpty(heights);
            Assert.All(heights, height => Assert.True(height >= 24, $"{name}: a lone link is {height} px high."));
        }
    }

    // In the short run each template and each case is seen in the light and in the dark, but not each pair of them.
    private static bool IsInTheDark(string name)
    {
        var template = name.Split('/')[0];
        var templates = Samples.Names.Select(one => one.Split('/')[0]).Distinct().ToList();
        var cases = Samples.Names.Where(one => one.Split('/')[0] == template).ToList();
        return (templates.IndexOf(template) + cases.IndexOf(name)) % 2 == 1;
    }

    private static async Task<List<AxeResultItem>> GraveIn(IPage page)
    {
        var found = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions
                {
                    Type = "tag",
                    Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                },
            }
        );
        return [.. found.Violations.Where(violation => violation.Impact is "serious" or "critical")];
    }

    private static Task<double> HeightOf(IPage page, string selector) =>
        page.EvaluateAsync<double>("s => document.querySelector(s).getBoundingClientRect().height", selector);

    private static string Html(string name) => Samples.Named(name).Mail.Html;
}
