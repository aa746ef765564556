using System.Buffers;
using System.Globalization;
using System.Text;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>
/// One alternative of the body, carried over seven bits. What all readers share is encoded once; for each of them
/// only the lines that hold a mark are filled and encoded, so the bytes are those of the whole encoded at once.
/// </summary>
internal sealed class BodyPart
{
    // As long as a reader's own link is: in a short text they decide of how it is best encoded.
    private static readonly string UsualLink = new('a', 80);

    private readonly byte[] header;
    private readonly bool isBase64;
    private readonly Func<ReaderValues, string> filled;
    private readonly IReadOnlyList<Stretch> stretches;

    private BodyPart(string mediaType, string usual, Func<ReaderValues, string> filled, Func<IEnumerable<Stretch>> cut)
    {
        this.filled = filled;
        isBase64 = IsMostlyOutsideAscii(usual.Replace($"_url{Mark.Closing}", UsualLink, StringComparison.Ordinal));
        stretches = isBase64 ? [new Stretch([], filled)] : [.. cut()];
        header = Encoding.ASCII.GetBytes(
            $"Content-Type: {mediaType}; charset=utf-8\r\nContent-Transfer-Encoding: {(isBase64 ? "base64" : "quoted-printable")}\r\n\r\n"
        );
    }

    /// <param name="content">With marks.</param>
    /// <exception cref="InvalidOperationException">It holds a mark that is unknown or not closed.</exception>
    public static BodyPart Text(string content) => Marked("text/plain", content, static filling => filling.InText);

    /// <param name="content">With marks.</param>
    /// <exception cref="InvalidOperationException">It holds a mark that is unknown or not closed.</exception>
    public static BodyPart Html(string content) => Marked("text/html", content, static filling => filling.InHtml);

    /// <param name="usual">As it is for most readers.</param>
    /// <param name="byReader">Renders it for each of them.</param>
    public static BodyPart Html(string usual, ReaderRenderer byReader)
    {
        Func<ReaderValues, string> rendered = values => byReader.Html(values.Input);
        return new BodyPart("text/html", usual, rendered, () => [new Stretch([], rendered)]);
    }

    /// <summary>What a reader gets, before it is encoded.</summary>
    public string Filled(ReaderValues values) => filled(values);

    public void Write(IBufferWriter<byte> message, ReaderValues values)
    {
        message.Write(header);
        foreach (var (shared, own) in stretches)
        {
            message.Write(shared);
            if (own is null)
                continue;
            if (isBase64)
                message.Write(Base64(own(values)));
            else
                QuotedPrintable.Write(message, own(values));
        }
    }

    private static BodyPart Marked(
        string mediaType,
        string content,
        Func<MarkFilling, Func<ReaderValues, string>> filled
    ) => new(mediaType, content, filled(MarkFilling.Parse(content)), () => Cut(content, filled));

    private static IEnumerable<Stretch> Cut(string content, Func<MarkFilling, Func<ReaderValues, string>> filled)
    {
        var text = content.ReplaceLineEndings("\n");
        var (start, shared) = (0, 0);
        while (start < text.Length)
        {
            var end = EndOfLine(text, start);
            if (text.AsSpan(start, end - start).Contains(Mark.Opening))
            {
                yield return new Stretch(
                    QuotedPrintable.Encode(text[shared..start]),
                    filled(MarkFilling.Parse(text[start..end]))
                );
                shared = end;
            }

            start = end;
        }

        yield return new Stretch(QuotedPrintable.Encode(text[shared..]), null);
    }

    // A mark is not parted, even where its default runs over several lines.
    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        for (
            var open = text.IndexOf(Mark.Opening, start);
            open >= 0 && open < end;
            open = text.IndexOf(Mark.Opening, open)
        )
        {
            open = text.IndexOf(Mark.Closing, open);
            end = open < end ? end : text.IndexOf('\n', open);
        }

        return end < 0 ? text.Length : end + 1;
    }

    private static byte[] Base64(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n"));
        return Encoding.ASCII.GetBytes(
            Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n") + "\r\n"
        );
    }

    // Quoted-printable keeps a Latin text readable in any tool; for Greek or Japanese it is three times the size.
    private static bool IsMostlyOutsideAscii(string content)
    {
        var (outside, all) = (0, 0);
        foreach (var rune in content.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.Control)
                continue;
            all++;
            outside += rune.IsAscii ? 0 : 1;
        }

        return outside * 2 > all;
    }

    /// <param name="Shared">Encoded.</param>
    /// <param name="Own">What follows, different for each reader and not encoded; null at the end.</param>
    private sealed record Stretch(byte[] Shared, Func<ReaderValues, string>? Own);
}
