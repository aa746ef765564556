using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.Fetching;

/// <summary>The text of a page, by what the server says, what the page says, or what its bytes allow.</summary>
internal static partial class PageText
{
    // As far as the HTML standard looks for it (https://html.spec.whatwg.org/#determining-the-character-encoding).
    private const int Looked = 1024;

    public static string Of(byte[] bytes, string? contentType)
    {
        if (TextEncoding.WideByMark(bytes) is var (mark, wide))
            return wide.GetString(bytes.AsSpan(mark.Length));
        var said = Charset().Match(contentType ?? "");
        if (!said.Success)
            said = Charset().Match(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(Looked, bytes.Length))));
        return (Named(said.Groups["name"].Value) ?? Guessed(bytes)).GetString(bytes).TrimStart('\uFEFF');
    }

    // Bytes that are UTF-8 are hardly ever anything else; the web's other habit is Windows-1252.
    private static Encoding Guessed(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding? Named(string name)
    {
        if (name.Length == 0)
            return null;
        // What calls itself Latin 1 on the web is Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
        var label = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii"
            ? "windows-1252"
            : name;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_:.-]+)", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Charset();
}
