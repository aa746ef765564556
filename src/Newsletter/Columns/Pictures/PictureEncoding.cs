using NetVips;

namespace Newsletter.Columns.Pictures;

/// <summary>JPEG for what a lens saw, PNG for what was drawn or lets the ground through. The same pixels give the same bytes.</summary>
internal static class PictureEncoding
{
    private const int Quality = 82;
    private const double Whole = 255;

    public static (byte[] Bytes, PictureKind Kind) Of(Image image, FoundFormat from)
    {
        if (image.HasAlpha() && IsSeenThrough(image))
            return (Png(image), PictureKind.Png);
        using var opaque = image.HasAlpha() ? image.ExtractBand(0, image.Bands - 1) : image.Copy();
        return from switch
        {
            FoundFormat.Svg => (Png(opaque), PictureKind.Png),
            FoundFormat.Jpeg => (Jpeg(opaque), PictureKind.Jpeg),
            _ => Smaller(Png(opaque), Jpeg(opaque)),
        };
    }

    private static bool IsSeenThrough(Image image)
    {
        using var alpha = image.ExtractBand(image.Bands - 1);
        return alpha.Min() < Whole;
    }

    // Flat colours are smaller as PNG, and sharper; a photograph is many times larger.
    private static (byte[] Bytes, PictureKind Kind) Smaller(byte[] png, byte[] jpeg) =>
        png.Length <= jpeg.Length ? (png, PictureKind.Png) : (jpeg, PictureKind.Jpeg);

    private static byte[] Png(Image image) => image.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);

    private static byte[] Jpeg(Image image) =>
        image.JpegsaveBuffer(q: Quality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
}
