using Microsoft.Playwright;
using Newsletter.Tests.Rendering.Rules;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Rendering;

/// <summary>Every mail in every view: on a phone and on a desk, in the dark, turned over, without pictures or styles, in Word.</summary>
public sealed class ViewTests(Browser browser)
{
    private const string Good = "default/full-fr";

    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mail_can_be_read_wherever_it_is_shown(string name)
    {
        var turn = Samples.Names.ToList().IndexOf(name);
        var html = Samples.Named(name).Mail.Html;
        var faults = new List<string>();
        // One page for all views: making a page takes longer than looking at it.
        var page = await browser.ShowAsync("", 320);
        foreach (var view in View.All)
            faults.AddRange(await FaultsAsync(page, view, html, view.Widths(turn++)));
        await page.CloseAsync();
        No.Faults(faults);
    }

    [Theory]
    [InlineData("light", "<h1 ", "<div style=\"width:700px\">x</div><h1 ", "reaches")]
    [InlineData("no styles", "word-break:break-word", "white-space:nowrap", "reaches")]
    [InlineData(
        "Outlook for Windows",
        "width=\"640\" style=\"width:640px\"",
        "width=\"900\" style=\"width:900px\"",
        "the column has"
    )]
    [InlineData("light", "font-size:14px", "font-size:10px", "10px")]
    [InlineData("no pictures", "color:#595959", "color:#b0b0b0", "contrast")]
    [InlineData("dark", "\n.paper{background-color", "\n.x{background-color", "contrast")]
    [InlineData("Outlook.com's dark", "[data-ogsb] .paper{background-color", "x{background-color", "contrast")]
    [InlineData("inverted", "color:#1a5276", "color:#cccccc", "contrast")]
    [InlineData("light", "padding:10px 22px", "padding:4px 22px", "a button")]
    [InlineData("light", "line-height:28px", "line-height:18px", "a lone link")]
    public async Task What_cannot_be_read_is_seen(string view, string good, string bad, string fault)
    {
        var html = Samples.Named(Good).Mail.Html;
        Assert.Contains(good, html, StringComparison.Ordinal);
        var page = await browser.ShowAsync("", 320);
        var broken = html.Replace(good, bad, StringComparison.Ordinal);
        var faults = await FaultsAsync(page, View.Named(view), broken, [320, 1200]);
        await page.CloseAsync();
        Assert.Contains(faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    private static async Task<List<string>> FaultsAsync(IPage page, View view, string html, IEnumerable<int> widths)
    {
        var faults = new List<string>();
        await page.EmulateMediaAsync(new() { ColorScheme = view.Scheme });
        await page.SetContentAsync(view.Seen(html), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            faults.AddRange((await Looked.AtAsync(page, view)).Select(fault => $"{view.Name}, {width} px: {fault}"));
        }
        return faults;
    }
}
