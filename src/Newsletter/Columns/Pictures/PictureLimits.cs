using System.Globalization;

namespace Newsletter.Columns.Pictures;

/// <summary>What a picture may be at most, wherever it comes from, and how it is said.</summary>
internal static class PictureLimits
{
    /// <summary>Checked against what the file says of itself, before anything is decoded.</summary>
    public const long Pixels = 50_000_000;

    public static TimeSpan Making { get; } = TimeSpan.FromSeconds(20);

    public static string TooLarge(int bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"It is larger than {bytes / (1024 * 1024.0):0.##} MB; make it smaller."
        );

    public static string TooManyPixels(int width, int height) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"It measures {width:N0} by {height:N0} pixels; at most {Pixels / 1_000_000} million can be read."
        );
}
