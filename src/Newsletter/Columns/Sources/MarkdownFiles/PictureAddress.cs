using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.MarkdownFiles;

/// <summary>Where a picture is: on the web, or in a file beside the column's own ("images/a.jpg").</summary>
internal static class PictureAddress
{
    /// <summary>Null where the picture can be neither: "data:", "javascript:", an address with a host we cannot read.</summary>
    public static string? Of(string? written, string? page)
    {
        var text = CleanText.Of(written ?? "").Trim();
        if (WebAddress.OfPage(text, page) is { } address)
            return address;
        return
            text.Length is > 0 and < 1000
            && !text.Contains(':', StringComparison.Ordinal)
            && !text.StartsWith("//", StringComparison.Ordinal)
            ? text
            : null;
    }
}
