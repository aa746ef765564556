using Newsletter.Columns;
using Newsletter.Columns.Pictures;
using Newsletter.Rendering.Preparing;
using Newsletter.Rendering.Templating;

namespace Newsletter.Rendering.Html;

/// <summary>A figure as a template sees it. A picture that not every client shows leaves its words.</summary>
internal static class PictureModel
{
    // On a wide screen, on both sides together.
    private const int Padding = 48;

    /// <param name="column">The width of the column that it stands in, in pixels.</param>
    public static Model Of(Picture picture, SafeHtml? caption, int column)
    {
        var isShown = Pictures.CanBeShown(picture);
        var widest = Math.Min(PictureSizes.WidestFigure, column - Padding);
        var width = picture.Width is { } own and > 0 && own < widest ? own : widest;
        return new Model(
            "figure",
            ("kind", "figure"),
            ("is_shown", isShown),
            ("address", Pictures.AddressOf(picture)),
            ("alt", picture.Alt),
            ("width", width),
            ("height", HeightAt(width, picture)),
            ("caption", caption)
        );
    }

    private static int? HeightAt(int width, Picture picture) =>
        picture is { Width: > 0, Height: > 0 }
            ? Math.Max(1, (int)Math.Round((double)picture.Height.Value * width / picture.Width.Value))
            : null;
}
