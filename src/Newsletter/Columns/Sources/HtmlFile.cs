using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources;

/// <summary>Knows a page of the web, and reads its letters as a browser would: by its mark, as UTF-8, or as it says.</summary>
internal static partial class HtmlFile
{
    // HTML Standard, section 13.2.3.2: what a page says of its encoding stands in its first 1024 bytes; some say it later.
    private const int Start = 4096;

    private static readonly string[] Endings = [".html", ".htm", ".xhtml"];

    public static bool Is(ColumnFormat asked, string name, byte[] bytes) =>
        asked is ColumnFormat.Html
        || (asked is ColumnFormat.Auto && Is(name, Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Start))));

    public static bool Is(string name, string text) =>
        Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || Opening().IsMatch(text.Length > Start ? text[..Start] : text);

    public static string Decode(byte[] bytes, string name)
    {
        if (TextEncoding.WideByMark(bytes) is not null)
            return TextEncoding.Decode(bytes, name);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Said(bytes).GetString(bytes);
        }
    }

    // HTML Standard, section 4.2 of the Encoding Standard: "iso-8859-1" and "ascii" mean windows-1252.
    private static Encoding Said(byte[] bytes)
    {
        var said = Charset()
            .Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Start)))
            .Groups["name"]
            .Value;
        var name = said.ToLowerInvariant() switch
        {
            "" or "utf-8" or "utf8" or "iso-8859-1" or "latin1" or "ascii" or "us-ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" => "gb18030",
            var other => other,
        };
        return CodePagesEncodingProvider.Instance.GetEncoding(name)
            ?? KnownHere(name)
            ?? CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
    }

    private static Encoding? KnownHere(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^\uFEFF?(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html\b)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        """<meta[^>]{0,200}?charset\s*=\s*["']?(?<name>[a-z0-9_-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*["'](?<name>[a-z0-9_-]{2,30})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Charset();
}
