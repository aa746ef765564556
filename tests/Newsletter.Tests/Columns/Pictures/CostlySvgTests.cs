using System.Diagnostics;
using System.Globalization;
using NetVips;
using Newsletter.Columns.Pictures;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

/// <summary>A drawing of a few words may ask for hours of work: it is drawn without it, or refused.</summary>
public sealed class CostlySvgTests
{
    private const string NoSize = "viewBox='0 0 1000 1000'";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Endless { get; } =
        new()
        {
            {
                "rules",
                $"<style>{Many(5000, n => $"g g g g g g rect.c{n}{{fill:red}}")}</style>{Deep(40, Many(5000, n => $"<rect class='c{n}' width='9' height='9'/>"))}"
            },
            {
                "uses",
                $"<rect id='u0' width='90' height='90'/>{Many(20, n => $"<g id='u{n + 1}'><use href='#u{n}'/><use href='#u{n}' x='1'/></g>")}<use href='#u20'/>"
            },
            {
                "uses of much",
                $"<g id='a'>{Many(4000, n => $"<circle r='{n % 900}'/>")}</g>{Many(4000, n => $"<use href='#a' x='{n}'/>")}"
            },
            {
                "filters",
                $"<filter id='f'>{Many(2000, _ => "<feGaussianBlur stdDeviation='90'/>")}</filter><rect width='900' height='900' filter='url(#f)'/>"
            },
            {
                "filters without an element",
                $"<rect width='900' height='900' style='fill:red;FILTER:{Many(2000, _ => "blur(90px) ")}'/>"
            },
            {
                "masks",
                $"<mask id='m0'><rect width='900' height='900' fill='white'/></mask>{Many(20, n => $"<mask id='m{n + 1}'><rect width='900' height='900' fill='white' mask='url(#m{n})'/><rect width='900' height='900' style='mask:url(#m{n})'/></mask>")}<rect width='900' height='900' mask='url(#m20)'/>"
            },
        };

    [Theory, MemberData(nameof(Endless), DisableDiscoveryEnumeration = true)]
    public async Task What_asks_for_endless_work_is_done_with_soon(string what, string content)
    {
        using var making = new PictureMaking(TimeProvider.System);
        var watch = Stopwatch.StartNew();

        var fault = await Record.ExceptionAsync(() =>
            making.MakeAsync(SomePictures.Svg(content, NoSize), PictureUse.Figure, Cancel)
        );

        Assert.True(fault is null || fault.Message.Contains("save it as PNG", StringComparison.Ordinal), $"{fault}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{what}: {watch.Elapsed}");
    }

    [Fact]
    public async Task An_SVG_of_too_many_bytes_or_parts_is_refused()
    {
        using var making = new PictureMaking(TimeProvider.System);
        foreach (var content in new[] { $"<path d='M0 0{Many(90_000, _ => "l1 1 ")}'/>", Many(20_001, _ => "<g/>") })
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() =>
                making.MakeAsync(SomePictures.Svg(content + new string(' ', 60_000)), PictureUse.Figure, Cancel)
            );
            Said.Sentence(refusal.Message, "save it as PNG");
        }
    }

    [Theory]
    [InlineData("<style>.a{fill:#f00}</style><rect class='b a' width='100' height='50'/>")]
    [InlineData(
        "<style>/* x */ rect , .b{ fill : #00f } .a, #i { fill:#f00 }</style><rect class='a' width='100' height='50'/>"
    )]
    [InlineData(
        "<style>#i{fill:#f00}.a{fill:#00f}</style><rect id='i' class='a' fill='#0f0' width='100' height='50'/>"
    )]
    [InlineData("<style>rect.a{fill:#00f}</style><rect class='a' style='fill:#f00' width='100' height='50'/>")]
    [InlineData(
        "<clipPath id='c'><use href='#s'/></clipPath><rect id='s' width='100' height='50' fill='#f00'/><g clip-path='url(#c)'><rect width='100' height='50' fill='#f00'/></g>"
    )]
    [InlineData(
        "<defs><linearGradient id='l'><stop stop-color='#f00'/></linearGradient><rect id='s' width='50' height='50' style='fill:url(#l)'/></defs><use href='#s'/><use href='#s' x='50'/>"
    )]
    [InlineData(
        "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><rect filter='url(#f)' width='100' height='50' fill='#f00'/>"
    )]
    public async Task What_drawing_programs_write_is_drawn_as_they_mean_it(string content)
    {
        using var making = new PictureMaking(TimeProvider.System);

        var made = await making.MakeAsync(SomePictures.Svg(content), PictureUse.Figure, Cancel);

        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal([255, 0, 0], image.Getpoint(50, 50)[..3]);
        Assert.Equal([255, 0, 0], image.Getpoint(150, 50)[..3]);
    }

    private static string Many(int times, Func<int, string> make) =>
        string.Concat(
            Enumerable.Range(0, times).Select(n => string.Create(CultureInfo.InvariantCulture, $"{make(n)}"))
        );

    private static string Deep(int times, string content) =>
        Many(times, _ => "<g>") + content + Many(times, _ => "</g>");
}
