using Newsletter.Addresses;

namespace Newsletter.Columns.Pictures;

/// <summary>How a picture that could not be had is told to whoever added its column.</summary>
internal static class DeadPicture
{
    private const int LongestText = 200;

    /// <summary>One that its column was taken in without.</summary>
    public static string Untried(string written, PictureUse use) =>
        $"The {(use is PictureUse.Portrait ? "portrait" : "picture")} {OneLine.Shortened(written, LongestText)} was never fetched, and is not shown; add its column again.";

    public static Dropped Line(string written, PictureUse use, string fault) =>
        new(
            OneLine.Shortened(written, LongestText),
            use is PictureUse.Portrait
                ? $"A portrait that could not be had: {fault}"
                : $"A picture that could not be had; its description stands in its place: {fault}"
        );
}
