using System.Buffers;
using System.Text;

namespace Newsletter.Messages;

/// <summary>
/// RFC 2045 section 6.7. Lines have at most 76 characters. A dot at the start of a line, "From " and a blank at
/// either end of a line or after another blank are encoded too, so that no mail server has a reason to touch them
/// and the relaxed canonical form of DKIM is the text itself.
/// </summary>
internal static class QuotedPrintable
{
    private const int LineLength = 76;
    private static readonly byte[] Hex = "0123456789ABCDEF"u8.ToArray();

    /// <param name="text">Any line ends; they become CRLF, and so does the end.</param>
    public static byte[] Encode(string text)
    {
        var source = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        var encoded = new ArrayBufferWriter<byte>(source.Length + (source.Length / 8) + 64);
        var line = source.AsSpan();
        while (!line.IsEmpty)
        {
            var end = line.IndexOf((byte)'\n');
            EncodeLine(end < 0 ? line : line[..end], encoded);
            line = end < 0 ? [] : line[(end + 1)..];
        }

        return encoded.WrittenSpan.ToArray();
    }

    private static void EncodeLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> encoded)
    {
        var column = 0;
        Span<byte> escape = stackalloc byte[3];
        for (var i = 0; i < line.Length; i++)
        {
            var literal = IsLiteral(line, i, column);
            var width = literal ? 1 : 3;
            // One place is kept for the "=" of a soft line break, unless this is the end of the line.
            if (column + width > LineLength - (i + 1 < line.Length ? 1 : 0))
            {
                encoded.Write("=\r\n"u8);
                column = 0;
                literal = IsLiteral(line, i, column);
                width = literal ? 1 : 3;
            }

            if (literal)
            {
                encoded.Write(line.Slice(i, 1));
            }
            else
            {
                (escape[0], escape[1], escape[2]) = ((byte)'=', Hex[line[i] >> 4], Hex[line[i] & 15]);
                encoded.Write(escape);
            }

            column += width;
        }

        encoded.Write("\r\n"u8);
    }

    private static bool IsLiteral(ReadOnlySpan<byte> line, int i, int column) =>
        line[i] switch
        {
            (byte)' ' => column > 0 && i + 1 < line.Length && line[i - 1] != ' ',
            (byte)'=' => false,
            (byte)'.' => column > 0,
            (byte)'F' => column > 0 || !line[i..].StartsWith("From "u8),
            > (byte)' ' and <= (byte)'~' => true,
            _ => false,
        };
}
