using System.IO.Compression;
using System.Text;
using NetVips;

namespace Newsletter.Tests.Testing;

/// <summary>Pictures, made when a test needs them.</summary>
internal static class SomePictures
{
    /// <summary>Something like a photograph: no two neighbours are alike.</summary>
    public static Image Photograph(int width, int height)
    {
        var noise = Image.Gaussnoise(width, height, mean: 128, sigma: 30, seed: 7);
        return Image
            .Xyz(width, height)
            .Linear([200.0 / width, 200.0 / height], [0.0, 0.0])
            .Bandjoin(noise)
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static Image Flat(int width, int height, params double[] colour) =>
        (Image.Black(width, height, bands: colour.Length) + colour)
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>Red on its left half, blue on its right.</summary>
    public static Image RedAndBlue(int width, int height) =>
        Flat(width / 2, height, 255, 0, 0).Join(Flat(width / 2, height, 0, 0, 255), Enums.Direction.Horizontal);

    public static byte[] Jpeg(int width = 300, int height = 200) => Photograph(width, height).JpegsaveBuffer(q: 90);

    /// <summary>As a telephone writes it: lying on its side, with its maker and its place.</summary>
    public static byte[] JpegOfATelephone(int width, int height, int orientation, string maker) =>
        RedAndBlue(width, height)
            .Mutate(image =>
            {
                image.Set(GValue.GIntType, "orientation", orientation);
                image.Set(GValue.GStrType, "exif-ifd0-Make", $"{maker} ({maker}, ASCII, {maker.Length} components)");
                image.Set(
                    GValue.GStrType,
                    "exif-ifd3-GPSLatitude",
                    "48/1 51/1 30/1 (48, 51, 30, Rational, 3 components, 24 bytes)"
                );
                image.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes($"<x:xmpmeta>{maker}</x:xmpmeta>"));
            })
            .JpegsaveBuffer(q: 90);

    public static byte[] Svg(string content, string attributes = "width='100' height='50'") =>
        Encoding.UTF8.GetBytes(
            $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {attributes}>{content}</svg>"
        );

    public static byte[] AnimatedGif()
    {
        var frames = Flat(40, 30, 255, 0, 0).Join(Flat(40, 30, 0, 0, 255), Enums.Direction.Vertical);
        return frames
            .Mutate(image =>
            {
                image.Set(GValue.GIntType, "page-height", 30);
                image.Set(GValue.ArrayIntType, "delay", new[] { 100, 100 });
            })
            .GifsaveBuffer();
    }

    /// <summary>A PNG of one bit a pixel, all black: a few kilobytes however many pixels it has.</summary>
    public static byte[] Bomb(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR", [.. BigEndian(width), .. BigEndian(height), 1, 0, 0, 0, 0]);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[(width / 8) + 1];
            for (var y = 0; y < height; y++)
                deflate.Write(row);
        }

        WriteChunk(file, "IDAT", packed.ToArray());
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] content)
    {
        byte[] counted = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(BigEndian(content.Length));
        file.Write(counted);
        file.Write(BigEndian((int)Crc32(counted)));
    }

    private static uint Crc32(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    private static byte[] BigEndian(int value) =>
        [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
