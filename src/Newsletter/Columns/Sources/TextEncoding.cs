using System.Buffers;
using System.Text;

namespace Newsletter.Columns.Sources;

/// <summary>UTF-8, or UTF-16 and UTF-32 with their mark; never a guess, for a wrong guess spoils every accent.</summary>
internal static class TextEncoding
{
    // The longer mark first: UTF-32's begins with UTF-16's.
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0x00, 0x00], new UTF32Encoding(bigEndian: false, false, throwOnInvalidCharacters: true)),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, false, throwOnInvalidCharacters: true)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true)),
    ];

    public static string Decode(byte[] bytes, string name)
    {
        if (WideByMark(bytes) is not (var mark, var encoding))
            return DecodeUtf8(bytes, start: bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0, name);
        try
        {
            return encoding.GetString(bytes.AsSpan(mark.Length));
        }
        catch (DecoderFallbackException cause)
        {
            throw new Refusal(
                $"{name} begins as {encoding.WebName} and is not valid {encoding.WebName}: save it as UTF-8.",
                cause
            );
        }
    }

    /// <summary>UTF-16 or UTF-32, in which a zero byte is no NUL; null where no mark says so.</summary>
    public static (byte[] Mark, Encoding Encoding)? WideByMark(byte[] bytes)
    {
        foreach (var (mark, encoding) in Marks)
            if (bytes.AsSpan().StartsWith(mark))
                return (mark, encoding);
        return null;
    }

    private static string DecodeUtf8(byte[] bytes, int start, string name)
    {
        var line = 1;
        for (var position = start; position < bytes.Length; )
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(position), out var rune, out var used) is not OperationStatus.Done)
                throw new Refusal(
                    $"{name} is not UTF-8: line {line} holds the byte 0x{bytes[position]:X2} (byte {position + 1} of the file), which no UTF-8 text has there. Save the file as UTF-8."
                );
            if (rune.Value is '\n')
                line++;
            position += used;
        }
        return Encoding.UTF8.GetString(bytes.AsSpan(start));
    }
}
