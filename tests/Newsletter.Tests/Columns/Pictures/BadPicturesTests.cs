using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NetVips;
using Newsletter.Columns.Pictures;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

/// <summary>Bytes that are no picture, or one made to do harm: each ends in a sentence.</summary>
public sealed class BadPicturesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<!DOCTYPE html><title>Not found</title>", "It is an HTML page")]
    [InlineData("\uFEFF\n <html><svg></svg></html>", "It is an HTML page")]
    [InlineData("Just some words.", "It is no picture that can be read")]
    [InlineData("<rss><channel/></rss>", "It is no picture that can be read")]
    [InlineData("%PDF-1.7", "It is a PDF")]
    [InlineData("", "It is empty.")]
    [InlineData("<svg", "It is no valid SVG")]
    [InlineData("<other><svg/></other>", "no SVG")]
    [InlineData("\u0089", "It is no picture that can be read")]
    public async Task What_is_no_picture_is_said_to_be_what_it_is(string text, string sentence) =>
        Said.Sentence(await FaultAsync(Encoding.UTF8.GetBytes(text)), sentence);

    [Fact]
    public async Task A_picture_of_more_pixels_than_memory_is_refused_before_it_is_decoded()
    {
        var bomb = SomePictures.Bomb(60_000, 60_000);
        Assert.InRange(bomb.Length, 1, 5_000_000);
        var watch = Stopwatch.StartNew();

        var fault = await FaultAsync(bomb);

        Said.Sentence(fault, "60,000 by 60,000 pixels", "50 million");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
    }

    public static TheoryData<string, byte[]> Whole { get; } =
        new()
        {
            { "JPEG", SomePictures.Jpeg() },
            { "PNG", SomePictures.Photograph(300, 200).PngsaveBuffer() },
            { "GIF", SomePictures.Photograph(300, 200).GifsaveBuffer() },
            { "WebP", SomePictures.Photograph(300, 200).WebpsaveBuffer() },
            { "AVIF", SomePictures.Photograph(300, 200).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1) },
        };

    [Theory, MemberData(nameof(Whole), DisableDiscoveryEnumeration = true)]
    public async Task A_picture_that_is_cut_off_is_refused(string format, byte[] bytes)
    {
        foreach (var kept in new[] { bytes.Length / 2, 40, 16 })
        {
            Said.Sentence(await FaultAsync(bytes[..kept]), format, "cut off");
            Said.Sentence(await FaultAsync(bytes[..kept], PictureUse.Portrait), format, "cut off");
        }
    }

    [Fact]
    public async Task A_format_that_is_not_taken_is_refused()
    {
        using var image = SomePictures.Photograph(30, 20);

        Said.Sentence(await FaultAsync(image.TiffsaveBuffer()), "TIFF");
    }

    [Fact]
    public async Task An_SVG_reads_no_file_and_asks_no_server()
    {
        var file = Path.Combine(Path.GetTempPath(), $"newsletter-{Environment.ProcessId}.svg");
        await File.WriteAllBytesAsync(file, SomePictures.Svg("<rect width='100' height='50' fill='red'/>"), Cancel);
        await using var server = await PictureServer.OfAsync([]);
        try
        {
            foreach (var address in new[] { file, $"file://{file}", Path.GetFileName(file), server.Root + "/a.svg" })
            {
                Said.Sentence(
                    await FaultAsync(SomePictures.Svg($"<image width='100' height='50' xlink:href='{address}'/>")),
                    "an SVG with other pictures in it"
                );
                await AssertEmptyAsync($"<use href='{address}#a'/>");
                await AssertEmptyAsync($"<style>@import url('{address}');</style>");
                await AssertEmptyAsync(
                    $"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{address}' parse='xml'/>"
                );
            }

            Assert.Empty(server.Asked);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_SVG_with_a_bomb_in_it_is_refused_before_it_is_decoded()
    {
        var bomb = Convert.ToBase64String(SomePictures.Bomb(8000, 8000));
        var watch = Stopwatch.StartNew();

        var fault = await FaultAsync(SomePictures.Svg($"<image href=' data:image/png;base64,{bomb}'/>"));

        Said.Sentence(fault, "an SVG with other pictures in it");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY y 'yyyyyyyyyy'><!ENTITY x '&y;&y;&y;&y;&y;&y;&y;&y;&y;&y;'>]>")]
    public async Task An_SVG_with_entities_of_its_own_is_refused(string type)
    {
        byte[] svg = [.. Encoding.UTF8.GetBytes(type), .. SomePictures.Svg("<text y='20'>&x;</text>")];

        Said.Sentence(await FaultAsync(svg), "It is no valid SVG");
    }

    [Fact]
    public async Task A_drawing_of_any_size_is_drawn_as_large_as_it_is_shown()
    {
        using var making = new PictureMaking(TimeProvider.System);

        var made = await making.MakeAsync(
            SomePictures.Svg("<circle r='400000'/>", "width='1000000' height='500000'"),
            PictureUse.Figure,
            Cancel
        );

        Assert.Equal((592, 296), (made.Width, made.Height));
    }

    [Fact]
    public async Task A_picture_that_takes_too_long_is_given_up()
    {
        var clock = new FakeTimeProvider();
        using var making = new PictureMaking(clock);
        var made = making.MakeAsync(SomePictures.Bomb(7000, 7000), PictureUse.Figure, Cancel);

        clock.Advance(PictureLimits.Making);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => made);
        Said.Sentence(refusal.Message, "It takes longer than 20 seconds to decode.");
        Assert.Equal(40, (await making.MakeAsync(SomePictures.Jpeg(40, 30), PictureUse.Figure, Cancel)).Width);
    }

    [Fact]
    public async Task An_SVG_that_asks_for_endless_work_is_drawn_without_it()
    {
        var svg = SomePictures.Svg(
            "<filter id='f' width='1000' height='1000'><feTurbulence baseFrequency='0.01' numOctaves='100000000'/></filter><rect width='500' height='500' filter='url(#f)'/>",
            "width='500' height='500'"
        );
        using var making = new PictureMaking(TimeProvider.System);

        Assert.Equal(500, (await making.MakeAsync(svg, PictureUse.Figure, Cancel)).Width);
    }

    [Fact]
    public async Task A_picture_that_comes_while_one_is_stuck_is_not_had_in_time()
    {
        var clock = new FakeTimeProvider();
        using var making = new PictureMaking(clock);
        var stuck = making.MakeAsync(SomePictures.Bomb(7000, 7000), PictureUse.Figure, Cancel);
        var behind = making.MakeAsync(SomePictures.Jpeg(40, 30), PictureUse.Figure, Cancel);

        clock.Advance(PictureLimits.Making);

        await Assert.ThrowsAsync<Refusal>(() => stuck);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => behind);
        Said.Sentence(refusal.Message, "takes too long", "add the column again");
    }

    private static async Task AssertEmptyAsync(string content)
    {
        using var making = new PictureMaking(TimeProvider.System);
        var made = await making.MakeAsync(SomePictures.Svg(content), PictureUse.Figure, Cancel);
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal(0, image.Max());
    }

    private static async Task<string> FaultAsync(byte[] bytes, PictureUse use = PictureUse.Figure)
    {
        using var making = new PictureMaking(TimeProvider.System);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => making.MakeAsync(bytes, use, Cancel));
        return refusal.Message;
    }
}
