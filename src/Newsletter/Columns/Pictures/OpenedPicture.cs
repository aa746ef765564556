using NetVips;

namespace Newsletter.Columns.Pictures;

/// <summary>A picture of which the head was read and nothing is decoded yet.</summary>
/// <param name="Image">Its first frame: a mail shows no film, and Outlook no other frame.</param>
/// <param name="Width">Upright, in pixels of a page: its own, whatever a drawing was scaled to.</param>
internal sealed record OpenedPicture(Image Image, int Width) : IDisposable
{
    /// <exception cref="Refusal">It has too many pixels.</exception>
    /// <exception cref="VipsException">The head cannot be read.</exception>
    public static OpenedPicture Of(byte[] bytes, FoundFormat format, PictureBox box) =>
        format is FoundFormat.Svg ? Drawing(SafeSvg.Of(bytes), box) : Photograph(bytes);

    public void Dispose() => Image.Dispose();

    private static OpenedPicture Photograph(byte[] bytes)
    {
        var image = Measured(Image.NewFromBuffer(bytes, "", Enums.Access.Sequential, Enums.FailOn.Error));
        // EXIF: 5 to 8 lie on their side.
        var isTurned = image.Contains("orientation") && (int)image.Get("orientation") is >= 5 and <= 8;
        return new OpenedPicture(image, isTurned ? image.Height : image.Width);
    }

    /// <summary>A drawing has no pixels of its own: it is drawn as large as a fine screen shows it.</summary>
    private static OpenedPicture Drawing(byte[] svg, PictureBox box)
    {
        using var head = Image.SvgloadBuffer(svg);
        var scale = Math.Min(
            PictureSizes.FineScreen * box.Scale(head.Width, head.Height),
            // However long and thin it is, it is never drawn larger than a figure.
            Math.Min(
                (double)PictureSizes.FineScreen * PictureSizes.WidestFigure / head.Width,
                (double)PictureSizes.FineScreen * PictureSizes.HighestFigure / head.Height
            )
        );
        return new OpenedPicture(
            Measured(
                Image.SvgloadBuffer(svg, scale: scale, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error)
            ),
            head.Width
        );
    }

    private static Image Measured(Image image)
    {
        if ((long)image.Width * image.Height <= PictureLimits.Pixels)
            return image;
        var (width, height) = (image.Width, image.Height);
        image.Dispose();
        throw new Refusal(PictureLimits.TooManyPixels(width, height));
    }
}
