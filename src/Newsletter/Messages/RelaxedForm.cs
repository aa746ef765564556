using System.Buffers;
using System.Text;

namespace Newsletter.Messages;

/// <summary>The "relaxed" canonical forms of RFC 6376 sections 3.4.2 and 3.4.4.</summary>
internal static class RelaxedForm
{
    public static string Field(HeaderField field)
    {
        var relaxed = new StringBuilder(field.Name.Length + field.Body.Length + 1);
        relaxed.Append(field.Name.ToLowerInvariant()).Append(':');
        var start = relaxed.Length;
        var blank = false;
        foreach (var c in field.Body)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                blank = true;
                continue;
            }

            if (blank && relaxed.Length > start)
                relaxed.Append(' ');
            blank = false;
            relaxed.Append(c);
        }

        return relaxed.ToString();
    }

    /// <param name="body">Lines end in CRLF.</param>
    public static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> body)
    {
        var relaxed = new ArrayBufferWriter<byte>(body.Length + 2);
        var emptyLines = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf("\r\n"u8);
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t"u8);
            body = end < 0 ? [] : body[(end + 2)..];
            if (line.IsEmpty)
            {
                emptyLines++;
                continue;
            }

            for (; emptyLines > 0; emptyLines--)
                relaxed.Write("\r\n"u8);
            WriteLine(line, relaxed);
        }

        return relaxed.WrittenSpan;
    }

    private static void WriteLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> relaxed)
    {
        while (!line.IsEmpty)
        {
            var blank = line.IndexOfAny((byte)' ', (byte)'\t');
            relaxed.Write(blank < 0 ? line : line[..blank]);
            if (blank < 0)
                break;
            relaxed.Write(" "u8);
            line = line[blank..].TrimStart(" \t"u8);
        }

        relaxed.Write("\r\n"u8);
    }
}
