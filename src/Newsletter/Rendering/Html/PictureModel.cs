using Newsletter.Columns;
using Newsletter.Rendering.Preparing;
using Newsletter.Rendering.Templating;

namespace Newsletter.Rendering.Html;

/// <summary>A figure as a template sees it. A picture that not every client shows leaves its words.</summary>
internal static class PictureModel
{
    /// <summary>The width of the text on a wide screen, in pixels; no picture is wider.</summary>
    public const int Widest = 592;

    public static Model Of(Picture picture, SafeHtml? caption)
    {
        var isShown = Pictures.CanBeShown(picture.Address);
        var width = picture.Width is > 0 and < Widest ? picture.Width.Value : Widest;
        return new Model(
            "figure",
            ("kind", "figure"),
            ("is_shown", isShown),
            ("address", Links.IsHttps(picture.Address) && Links.TryKeep(picture.Address, out var kept) ? kept : null),
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
