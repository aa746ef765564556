using System.Text.RegularExpressions;
using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>Which pictures every mail client shows: absolute, over https, and no format that Outlook cannot read.</summary>
internal static partial class Pictures
{
    private const int Smallest = 8;
    private const int Flattest = 150;

    public static bool CanBeShown(Picture picture) =>
        picture.IsOurs || (picture.Fault is null && CanBeShown(picture.Address));

    public static bool CanBeShown(string address) =>
        Links.IsHttps(address) && Links.TryKeep(address, out _) && !UnreadFormats().IsMatch(address);

    /// <summary>
    /// Where it can be looked at; null where nobody should be led: a link to what could not be had leads nowhere, or to
    /// a network of one's own.
    /// </summary>
    public static string? AddressOf(Picture picture) =>
        picture.Fault is null
        && (picture.IsOurs || Links.IsHttps(picture.Address))
        && Links.TryKeep(picture.Address, out var kept)
            ? kept
            : null;

    /// <summary>Of a figure that is not shown, has no words and leads nowhere a reader gets nothing; the staff are told.</summary>
    public static bool LeavesNothing(Block block) =>
        block is Block.Figure { Caption.Count: 0, Picture: { Alt.Length: 0 } picture }
        && !CanBeShown(picture)
        && AddressOf(picture) is null;

    /// <summary>
    /// A picture of a few pixels counts who opens a page, or makes room on it; no mail of ours does either. One that is
    /// so flat that nothing of it is left at the width of the column is a line.
    /// </summary>
    public static bool ShowsNothing(Picture picture) =>
        picture.Width is > 0 and < Smallest
        || picture.Height is > 0 and < Smallest
        || (picture is { Width: > 0, Height: > 0 } && picture.Height.Value < picture.Width.Value / (double)Flattest);

    public static bool IsFileName(string alt) => FileNames().IsMatch(Visible.Trim(alt));

    [GeneratedRegex(
        @"[.=](?:svgz?|webp|avif|heic|tiff?)(?=$|[?&#/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex UnreadFormats();

    // "portrait.jpg", "IMG_2041", "DSC00412", "Capture d'écran 2024.png"
    [GeneratedRegex(
        @"\.(?:jpe?g|png|gif|svgz?|webp|avif|bmp|tiff?|heic)$|^(?:img|dsc[nf]?|image|photo|pict?)[_-]?\d{2,}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FileNames();
}
