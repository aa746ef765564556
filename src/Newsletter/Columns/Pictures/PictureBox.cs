namespace Newsletter.Columns.Pictures;

/// <summary>What a picture is made to fit, in pixels of a page.</summary>
/// <param name="IsCut">The box is filled, and what reaches beyond it is cut off; else the whole picture stands within it.</param>
/// <param name="Enlarges">Whether a picture smaller than the box is shown larger than it is.</param>
internal sealed record PictureBox(int Width, int Height, bool IsCut = false, bool Enlarges = false)
{
    public static PictureBox Of(PictureUse use) =>
        use is PictureUse.Portrait
            ? new(PictureSizes.Portrait, PictureSizes.Portrait, IsCut: true, Enlarges: true)
            : new(PictureSizes.WidestFigure, PictureSizes.HighestFigure);

    /// <summary>By how much a picture of this size is shown larger, or smaller, than it is.</summary>
    public double Scale(int width, int height)
    {
        var (across, down) = ((double)Width / width, (double)Height / height);
        var scale = IsCut ? Math.Max(across, down) : Math.Min(across, down);
        return Enlarges ? scale : Math.Min(1, scale);
    }
}
