using System.Text.RegularExpressions;
using Newsletter.Columns.Sources.Markup;

namespace Newsletter.Columns.Sources;

/// <summary>Knows the files that hold many columns, feeds and exports, by their first bytes.</summary>
internal static partial class ManyFormats
{
    private const int Beginning = 16 * 1024;

    private static readonly string[] FeedEndings = [".json", ".rss", ".atom", ".rdf", ".xml", ".jsonfeed", ".wxr"];

    /// <summary>Auto where the file is neither; a file that cannot be opened is judged by who reads it.</summary>
    public static ColumnFormat Of(string path)
    {
        var start = Start(path).TrimStart('\uFEFF', '\0', ' ', '\t', '\r', '\n');
        if (WordPress().IsMatch(start))
            return ColumnFormat.Wxr;
        if (Root().IsMatch(start))
            return ColumnFormat.Feed;
        if (Page().IsMatch(start))
            return ColumnFormat.Html;
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var isNamed = FeedEndings.Contains(ending, StringComparer.Ordinal);
        return (start is ['<', ..] && (isNamed || start.StartsWith("<?xml", StringComparison.Ordinal)))
            || (start is ['{' or '[', ..] && isNamed)
                ? ColumnFormat.Feed
            : ending is ".html" or ".htm" or ".xhtml" ? ColumnFormat.Html
            : ColumnFormat.Auto;
    }

    private static string Start(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Beginning];
            bytes = bytes[..file.ReadAtLeast(bytes, Beginning, throwOnEndOfStream: false)];
            // Roots are ASCII in every encoding but the wide ones.
            var wide = MarkupEncoding.Wide(bytes);
            return wide is var (encoding, mark)
                ? encoding.GetString(bytes.AsSpan(mark))
                : System.Text.Encoding.Latin1.GetString(bytes).Replace("ï»¿", "", StringComparison.Ordinal);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex("xmlns:wp\\s*=\\s*[\"']https?://wordpress\\.org/export/", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WordPress();

    [GeneratedRegex(
        @"^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+)?html\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Page();

    [GeneratedRegex(
        @"^(?:<\?.*?\?>|<!--.*?-->|<!doctype[^\[>]*(?:\[.*?\]\s*)?>|\s)*<(?:rss|feed|channel|(?:\w+:)?RDF|\w+:feed)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Root();
}
