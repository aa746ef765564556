using System.Text;
using NetVips;
using Newsletter.Columns.Pictures;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Columns.Pictures;

public sealed class PictureMakingTests
{
    private const string Maker = "Kamerawerk-4711";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 300, 200)]
    [InlineData(3, 300, 200)]
    [InlineData(6, 200, 300)]
    [InlineData(8, 200, 300)]
    public async Task A_photograph_that_lies_on_its_side_is_set_upright(int orientation, int width, int height)
    {
        var made = await MakeAsync(SomePictures.JpegOfATelephone(300, 200, orientation, Maker));

        Assert.Equal((width, height), (made.Width, made.Height));
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((width, height), (image.Width, image.Height));
        // Red was on the left: 6 turns it to the top, 3 to the right, 8 to the bottom.
        var (x, y) = orientation switch
        {
            1 => (20, 100),
            3 => (280, 100),
            6 => (100, 20),
            _ => (100, 280),
        };
        Assert.InRange(image.Getpoint(x, y)[0], 230, 255);
        Assert.InRange(image.Getpoint(x, y)[2], 0, 25);
    }

    [Theory]
    [InlineData(PictureUse.Figure)]
    [InlineData(PictureUse.Portrait)]
    public async Task Nothing_of_who_took_it_and_where_is_left_in_a_picture(object use)
    {
        var taken = SomePictures.JpegOfATelephone(300, 200, 6, Maker);
        Assert.Contains(Maker, Encoding.Latin1.GetString(taken), StringComparison.Ordinal);

        var made = await MakeAsync(taken, (PictureUse)use);

        var written = Encoding.Latin1.GetString(made.Bytes);
        Assert.All(
            [Maker, "Exif", "xmp", "ICC_PROFILE", "GPS", "Photoshop"],
            word => Assert.DoesNotContain(word, written, StringComparison.OrdinalIgnoreCase)
        );
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal));
    }

    public static TheoryData<string, byte[]> Formats { get; } =
        new()
        {
            { "webp", SomePictures.Photograph(300, 200).WebpsaveBuffer() },
            { "avif", SomePictures.Photograph(300, 200).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1) },
            { "png", SomePictures.Photograph(300, 200).PngsaveBuffer() },
            { "gif", SomePictures.Photograph(300, 200).GifsaveBuffer() },
            { "16 bits", SomePictures.Photograph(300, 200).Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer() },
            { "grey", SomePictures.Photograph(300, 200).Colourspace(Enums.Interpretation.Bw).WebpsaveBuffer() },
        };

    [Theory, MemberData(nameof(Formats), DisableDiscoveryEnumeration = true)]
    public async Task A_photograph_of_any_format_becomes_a_JPEG(string format, byte[] bytes)
    {
        var made = await MakeAsync(bytes);

        Assert.True((PictureKind.Jpeg, 300, 200) == (made.Kind, made.Width, made.Height), format);
        Assert.Equal([0xFF, 0xD8, 0xFF], made.Bytes[..3]);
    }

    [Fact]
    public async Task A_drawing_becomes_a_PNG_of_twice_its_size()
    {
        var made = await MakeAsync(SomePictures.Svg("<rect width='50' height='50' fill='#ff0000'/>"));

        Assert.Equal((PictureKind.Png, 100, 50), (made.Kind, made.Width, made.Height));
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((200, 100), (image.Width, image.Height));
        Assert.Equal([255, 0, 0, 255], image.Getpoint(50, 50));
        Assert.Equal(0, image.Getpoint(150, 50)[3]);
    }

    [Fact]
    public async Task A_picture_that_is_wider_than_the_column_is_scaled_to_twice_its_width()
    {
        var made = await MakeAsync(SomePictures.Jpeg(2400, 1200));

        Assert.Equal((592, 296), (made.Width, made.Height));
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((1184, 592), (image.Width, image.Height));
    }

    [Fact]
    public async Task A_small_picture_is_not_enlarged()
    {
        var made = await MakeAsync(SomePictures.Jpeg(120, 80));

        Assert.Equal((120, 80), (made.Width, made.Height));
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((120, 80), (image.Width, image.Height));
    }

    [Theory]
    [InlineData(900, 600, 96)]
    [InlineData(600, 900, 96)]
    [InlineData(70, 400, 70)]
    [InlineData(400, 30, 30)]
    public async Task A_portrait_is_cut_square(int width, int height, int side)
    {
        var made = await MakeAsync(SomePictures.Jpeg(width, height), PictureUse.Portrait);

        Assert.Equal((48, 48), (made.Width, made.Height));
        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((side, side), (image.Width, image.Height));
    }

    [Fact]
    public async Task Flat_colours_and_what_lets_the_ground_through_stay_PNG()
    {
        var flat = await MakeAsync(SomePictures.Flat(300, 200, 10, 120, 60).WebpsaveBuffer(lossless: true));
        var clear = await MakeAsync(SomePictures.Photograph(300, 200).Bandjoin(100).PngsaveBuffer());
        var solid = await MakeAsync(SomePictures.Photograph(300, 200).Bandjoin(255).PngsaveBuffer());

        Assert.Equal([PictureKind.Png, PictureKind.Png, PictureKind.Jpeg], [flat.Kind, clear.Kind, solid.Kind]);
    }

    [Fact]
    public async Task Colours_for_the_press_become_colours_for_a_screen()
    {
        var press = SomePictures.Flat(300, 200, 220, 30, 30).Colourspace(Enums.Interpretation.Cmyk).JpegsaveBuffer();
        using var before = Image.NewFromBuffer(press);
        Assert.Equal((4, Enums.Interpretation.Cmyk), (before.Bands, before.Interpretation));

        var made = await MakeAsync(press);

        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((3, Enums.Interpretation.Srgb), (image.Bands, image.Interpretation));
        var colour = image.Getpoint(150, 100);
        Assert.True(colour[0] > 150 && colour[1] < 90 && colour[2] < 90, string.Join(' ', colour));
    }

    [Fact]
    public async Task Of_a_moving_picture_the_first_frame_stays()
    {
        var made = await MakeAsync(SomePictures.AnimatedGif());

        using var image = Image.NewFromBuffer(made.Bytes);
        Assert.Equal((PictureKind.Png, 40, 30), (made.Kind, image.Width, image.Height));
        Assert.Equal([255, 0, 0], image.Getpoint(20, 15));
    }

    [Fact]
    public async Task The_same_picture_makes_the_same_bytes()
    {
        var bytes = SomePictures.Jpeg(1600, 900);

        Assert.Equal((await MakeAsync(bytes)).Bytes, (await MakeAsync(bytes)).Bytes);
        Assert.Equal(
            (await MakeAsync(bytes, PictureUse.Portrait)).Bytes,
            (await MakeAsync(bytes, PictureUse.Portrait)).Bytes
        );
    }

    private static async Task<MadePicture> MakeAsync(byte[] bytes, PictureUse use = PictureUse.Figure)
    {
        using var making = new PictureMaking(TimeProvider.System);
        return await making.MakeAsync(bytes, use, Cancel);
    }
}
