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

    // What is itself wherever it stands but at the start of a line.
    private static readonly SearchValues<byte> Plain = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Where(c => c != '=').Select(c => (byte)c),
    ]);

    /// <param name="text">Any line ends; they become CRLF, and so does the end.</param>
    public static byte[] Encode(string text)
    {
        var encoded = new ArrayBufferWriter<byte>(text.Length + (text.Length / 8) + 64);
        Write(encoded, text);
        return encoded.WrittenSpan.ToArray();
    }

    /// <param name="text">Any line ends; they become CRLF, and so does the end.</param>
    public static void Write(IBufferWriter<byte> message, string text)
    {
        var line = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")).AsSpan();
        while (!line.IsEmpty)
        {
            var end = line.IndexOf((byte)'\n');
            WriteLine(end < 0 ? line : line[..end], message);
            line = end < 0 ? [] : line[(end + 1)..];
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> line, IBufferWriter<byte> message)
    {
        // At most three bytes for one, a soft line break after every 24 such, and the end.
        var room = message.GetSpan((line.Length * 3) + (line.Length / 24 * 3) + 8);
        var (at, column) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var run = PlainFrom(line, i, column);
            line.Slice(i, run).CopyTo(room[at..]);
            (at, column, i) = (at + run, column + run, i + run);
            if (i == line.Length)
                break;
            var literal = IsLiteral(line, i, column);
            // One place is kept for the "=" of a soft line break, unless this is the end of the line.
            if (column + (literal ? 1 : 3) > LineLength - (i + 1 < line.Length ? 1 : 0))
            {
                "=\r\n"u8.CopyTo(room[at..]);
                (at, column) = (at + 3, 0);
                literal = IsLiteral(line, i, column);
            }

            if (literal)
            {
                room[at] = line[i];
            }
            else
            {
                (room[at], room[at + 1], room[at + 2]) = ((byte)'=', Hex[line[i] >> 4], Hex[line[i] & 15]);
            }

            at += literal ? 1 : 3;
            column += literal ? 1 : 3;
        }

        "\r\n"u8.CopyTo(room[at..]);
        message.Advance(at + 2);
    }

    // How many of the next bytes stay as they are, and need no soft line break among them.
    private static int PlainFrom(ReadOnlySpan<byte> line, int i, int column)
    {
        if (column == 0)
            return 0;
        var next = line.Slice(i, Math.Min(LineLength - 1 - column, line.Length - i));
        var other = next.IndexOfAnyExcept(Plain);
        return other < 0 ? next.Length : other;
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
