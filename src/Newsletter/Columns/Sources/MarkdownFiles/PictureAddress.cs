using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>Where a picture is: on the web, or in a file beside the column's own ("images/a.jpg").</summary>
internal static class PictureAddress
{
    private const int Longest = 1000;

    /// <summary>Null where the picture can be neither: "data:", "javascript:", an address with a host we cannot read.</summary>
    public static Picture? Of(string? written, string? page, string alt, int? width = null, int? height = null)
    {
        var text = CleanText.Of(written ?? "").Trim();
        var relative = IsRelative(text) ? text : null;
        if (WebAddress.OfPage(text, page) is { } address)
            return new Picture(address, alt, width, height) { Beside = relative };
        return relative is null ? null : new Picture(relative, alt, width, height);
    }

    private static bool IsRelative(string text) =>
        text.Length is > 0 and < Longest
        && !text.Contains(':', StringComparison.Ordinal)
        && !text.StartsWith("//", StringComparison.Ordinal);
}
