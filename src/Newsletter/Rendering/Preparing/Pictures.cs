using System.Text.RegularExpressions;
using Newsletter.Columns;

namespace Newsletter.Rendering.Preparing;

/// <summary>Which pictures every mail client shows: absolute, over https, and no format that Outlook cannot read.</summary>
internal static partial class Pictures
{
    public static bool CanBeShown(Picture picture) =>
        picture.IsOurs || (picture.Fault is null && CanBeShown(picture.Address));

    public static bool CanBeShown(string address) => Links.IsHttps(address) && !UnreadFormats().IsMatch(address);

    public static bool IsFileName(string alt) => FileNames().IsMatch(alt.Trim());

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
