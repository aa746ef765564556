using System.Buffers;
using System.Text;

namespace Newsletter.Subscribers.Importing;

/// <summary>Tells by its bytes which encoding a text has, and that a file is no text at all.</summary>
internal static class TextSniffer
{
    private static readonly (byte[] Start, string What)[] Formats =
    [
        ("PK\x03\x04"u8.ToArray(), "an Excel, OpenDocument or zip file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file"),
        ([0x1F, 0x8B], "a gzip file"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
    ];

    // Blanks, line breaks, and the bytes of a byte order mark.
    private static readonly SearchValues<byte> Blank = SearchValues.Create([
        0x20,
        0x09,
        0x0D,
        0x0A,
        0x00,
        0xEF,
        0xBB,
        0xBF,
        0xFE,
        0xFF,
    ]);

    /// <exception cref="Refusal">It is empty, no text, or has a line that is too long.</exception>
    public static Encoding EncodingOf(Stream stream, string path)
    {
        var buffer = new byte[65536];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, length);
        RefuseEmpty(head, path);
        RefuseOtherFormats(head, path);
        var wide = WideOrNull(head);
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var isUtf8 = wide is null;
        var chars = new char[buffer.Length];
        var line = new LineLength(path, wide is null ? ImportFile.LongestLine : 2 * ImportFile.LongestLine);
        for (; length > 0; length = stream.Read(buffer))
        {
            var bytes = buffer.AsSpan(0, length);
            if (wide is null && bytes.Contains((byte)0))
                throw NoText(path, "a binary file");
            line.Add(bytes);
            isUtf8 = isUtf8 && IsUtf8(decoder, bytes, chars, flush: false);
        }

        // Latin letters of old Excel and Brevo files: only where the bytes cannot be UTF-8.
        return wide
            ?? (
                isUtf8 && IsUtf8(decoder, [], chars, flush: true)
                    ? Encoding.UTF8
                    : CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            );
    }

    private static void RefuseEmpty(ReadOnlySpan<byte> head, string path)
    {
        if (head.IndexOfAnyExcept(Blank) < 0)
            throw new Refusal($"\"{path}\" is empty; export it again.");
    }

    private static void RefuseOtherFormats(ReadOnlySpan<byte> head, string path)
    {
        foreach (var (start, what) in Formats)
        {
            if (head.StartsWith(start))
                throw NoText(path, what);
        }

        var text = Encoding
            .Latin1.GetString(head[..Math.Min(head.Length, 512)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF');
        // A list may begin with "<name@example.org>"; a tag holds no at sign.
        if (text.TrimStart().StartsWith('<') && !text.Split('>')[0].Contains('@', StringComparison.Ordinal))
            throw NoText(path, "a web page or XML");
        if (text.TrimStart().StartsWith("<!", StringComparison.Ordinal))
            throw NoText(path, "a web page");
    }

    /// <summary>UTF-16 and UTF-32, by their mark, or by the zeros that half of Latin text has in UTF-16.</summary>
    private static Encoding? WideOrNull(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return Encoding.UTF32;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var sample = head[..(Math.Min(head.Length, 1024) & ~1)];
        int even = 0,
            odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        return odd > sample.Length / 4 && even == 0 ? Encoding.Unicode
            : even > sample.Length / 4 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        try
        {
            decoder.Convert(bytes, chars, flush, out _, out _, out _);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Refusal NoText(string path, string what) =>
        new($"\"{path}\" is {what}, not a CSV text; save or export it as CSV, and import that.");

    private struct LineLength(string path, int longest)
    {
        private long line = 1;
        private int length;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            while (bytes.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
            {
                Grow(end);
                (line, length) = (bytes[end] == '\n' ? line + 1 : line, 0);
                bytes = bytes[(end + 1)..];
            }

            Grow(bytes.Length);
        }

        private void Grow(int by)
        {
            length += by;
            if (length > longest)
                throw new Refusal($"Line {line} of \"{path}\" is longer than a megabyte; this is no list of readers.");
        }
    }
}
