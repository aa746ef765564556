using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.Markup;

/// <summary>Which encoding the bytes of a feed or an export have, whatever they say of themselves.</summary>
/// <param name="Notice">A sentence where the file and what it says of itself differ.</param>
internal sealed partial record MarkupEncoding(Encoding Encoding, int MarkLength, string? Notice)
{
    private const int Beginning = 4096;

    private static readonly Encoding Utf8 = Encoding.GetEncoding(
        "utf-8",
        EncoderFallback.ReplacementFallback,
        new WesternFallback()
    );

    /// <param name="bytes">Read to its end, and set back to its beginning.</param>
    /// <param name="contentType">As the server said it, whose word is no better than the file's.</param>
    /// <exception cref="Refusal">The bytes are no text, or of an encoding that nothing tells.</exception>
    public static MarkupEncoding Of(Stream bytes, string name, string? contentType)
    {
        bytes.Position = 0;
        var start = new byte[Beginning];
        start = start[..bytes.ReadAtLeast(start, Beginning, throwOnEndOfStream: false)];
        FileKind.RefuseByMagic(start, name);
        if (Wide(start) is var (wide, mark))
            return At(bytes, new(wide, mark, null));
        bytes.Position = 0;
        var count = ByteCount.Of(bytes);
        if (count.Zeros > 0)
            throw new Refusal($"{name} is no text: it holds bytes that are NUL. See whether it is the right file.");
        return At(bytes, Narrow(count, start, name, contentType));
    }

    /// <summary>Beyond ASCII, UTF-8 is not hit by chance: bytes that are UTF-8 are that, whatever is declared.</summary>
    private static MarkupEncoding Narrow(ByteCount count, byte[] start, string name, string? contentType)
    {
        var mark = start.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var declared = Declared().Match(Encoding.Latin1.GetString(start)) is { Success: true } declaration
            ? declaration.Groups["name"].Value
            : null;
        var said = Charset().Match(contentType ?? "") is { Success: true } charset
            ? charset.Groups["name"].Value
            : null;
        if (mark > 0 || count is { Wrong: 0, Utf8: > 0 })
            return new(Utf8, mark, WrongBytes(count, name));
        foreach (var word in new[] { said, declared })
            if (
                EncodingNames.Of(word) is { CodePage: not 65001 } encoding
                && !IsWide(encoding)
                && Fits(encoding, count)
            )
                return new(encoding, 0, null);
        if (count.IsUtf8)
            return new(Utf8, 0, WrongBytes(count, name));
        if (count.IsWestern)
            return new(
                Utf8,
                0,
                $"{name} {(declared is null ? "says nothing of its encoding and" : $"says that it is {declared} and")} is not UTF-8; it was read as Windows-1252."
            );
        throw new Refusal(
            $"{name} is not UTF-8{(declared is null ? " and does not say which encoding it has" : $", and \"{declared}\" is not what it is")}: write its encoding into its first line, as in <?xml version=\"1.0\" encoding=\"windows-1251\"?>, or save it as UTF-8."
        );
    }

    // Two bytes of East Asian text may look like one character of UTF-8, but never nearly all of them.
    private static bool Fits(Encoding encoding, ByteCount count) =>
        count.Wrong == 0 || !count.IsUtf8 || (!encoding.IsSingleByte && count.Utf8 < 20 * count.Wrong);

    private static string? WrongBytes(ByteCount count, string name) =>
        count.Wrong == 0 ? null : $"{count.Wrong} byte(s) of {name} are no UTF-8; they were read as Windows-1252.";

    private static MarkupEncoding At(Stream bytes, MarkupEncoding found)
    {
        bytes.Position = found.MarkLength;
        return found;
    }

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    // XML 1.0, appendix F: the mark, or how "<" or "{" lies in the first four bytes.
    public static (Encoding Encoding, int Mark)? Wide(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false), 2),
            [0, 0, 0, > 0, ..] => (new UTF32Encoding(true, false), 0),
            [> 0, 0, 0, 0, ..] => (new UTF32Encoding(false, false), 0),
            [0, > 0, 0, > 0, ..] => (new UnicodeEncoding(true, false), 0),
            [> 0, 0, > 0, 0, ..] => (new UnicodeEncoding(false, false), 0),
            _ => null,
        };

    [GeneratedRegex(
        """^(?:\xEF\xBB\xBF)?\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[^"']{1,60})["']|<meta\s[^>]*?charset\s*=\s*["']?(?<name>[\w:.-]{1,60})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Declared();

    [GeneratedRegex(
        """;\s*charset\s*=\s*["']?\s*(?<name>[\w.:-]{1,60})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Charset();
}
