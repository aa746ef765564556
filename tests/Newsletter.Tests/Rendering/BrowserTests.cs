using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Newsletter.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

public sealed class BrowserTests(Browser browser)
{
    private static readonly int[] s_widths = [320, 375, 600, 640, 1200];

    public static TheoryData<string> Names => [.. Cases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_issue_is_wider_than_the_screen(string name)
    {
        var html = Html(name);
        foreach (var shown in (string[])[html, WithoutStyles(html)])
        {
            var page = await browser.ShowAsync(shown, 320);
            foreach (var width in s_widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                var reached = await page.EvaluateAsync<int>(FurthestRight);
                Assert.True(reached <= width, $"{name} reaches {reached} px on a screen of {width} px.");
            }
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_box_that_is_too_wide_is_seen()
    {
        var html = Html("minimal").Replace("<h1 ", "<div style=\"width:700px\">x</div><h1 ", StringComparison.Ordinal);
        var page = await browser.ShowAsync(html, 320);
        Assert.True(await page.EvaluateAsync<int>(FurthestRight) > 320);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_keeps_a_reader_out(string name)
    {
        var html = Html(name);
        // What is long is long in the same parts: looking at it once more in the dark would only take minutes.
        ColorScheme[] schemes = html.Length > 50_000 ? [ColorScheme.Light] : [ColorScheme.Light, ColorScheme.Dark];
        foreach (var scheme in schemes)
        {
            var page = await browser.ShowAsync(html, 640, scheme);
            var grave = await GraveIn(page);
            Assert.True(grave.Count == 0, string.Join('\n', grave.Select(v => $"{scheme} {v.Id}: {v.Nodes[0].Html}")));
            await page.CloseAsync();
        }
    }

    [Theory]
    [InlineData("color:#595959", "color:#b0b0b0", "color-contrast", ColorScheme.Light)]
    [InlineData("\na,.accent{", "\nb{", "color-contrast", ColorScheme.Dark)]
    [InlineData("lang=\"fr\"", "lang=\"no language\"", "html-lang-valid", ColorScheme.Light)]
    public async Task What_keeps_a_reader_out_is_seen(string good, string bad, string rule, ColorScheme scheme)
    {
        var page = await browser.ShowAsync(Html("full-fr").Replace(good, bad, StringComparison.Ordinal), 640, scheme);
        Assert.Contains(await GraveIn(page), violation => violation.Id == rule);
    }

    // What has no contrast at all is "incomplete" to axe, so it is looked for here.
    [Fact]
    public async Task In_the_dark_no_text_keeps_the_ink_of_the_light()
    {
        var page = await browser.ShowAsync(Html("full-fr"), 640, ColorScheme.Dark);
        var dark = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('[role=article] *')]
              .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
              .filter(e => getComputedStyle(e).color.match(/\d+/g).map(Number).every(c => c < 150))
              .map(e => e.outerHTML.slice(0, 100))
            """
        );
        Assert.Empty(dark);
    }

    [Fact]
    public async Task Lines_are_as_long_as_people_like_to_read()
    {
        var page = await browser.ShowAsync(Html("two-hundred-blocks"), 1200);
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
        var page = await browser.ShowAsync(Html("full-fr"), 320);
        Assert.InRange(await HeightOf(page, ".button a"), 44, 90);
        foreach (var name in (string[])["links-only", "full-fr", "arabic"])
        {
            var lone = await browser.ShowAsync(Html(name), 320);
            var heights = await lone.EvaluateAsync<double[]>(
                "() => [...document.querySelectorAll('a')].filter(a => getComputedStyle(a).display === 'inline-block').map(a => a.getBoundingClientRect().height)"
            );
            Assert.NotEmpty(heights);
            Assert.All(heights, height => Assert.True(height >= 24, $"{name}: a lone link is {height} px high."));
        }
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

    private const string FurthestRight = """
        () => Math.ceil(Math.max(document.documentElement.scrollWidth,
          ...[...document.body.querySelectorAll('*')].map(e => e.getBoundingClientRect()).filter(r => r.width > 0).flatMap(r => [r.right - 0.5, innerWidth - r.left - 0.5])))
        """;

    internal static string Html(string name) =>
        Issues
            .Render(Cases.Named(name))
            .Html.Replace(Mark.UnsubscribeUrl, "https://lettre.example.org/u/abc", StringComparison.Ordinal);

    private static string WithoutStyles(string html) =>
        Regex.Replace(html, "<style>.*?</style>", "", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
}
