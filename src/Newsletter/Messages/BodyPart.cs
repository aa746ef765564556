using System.Globalization;
using System.Text;

namespace Newsletter.Messages;

/// <summary>One alternative of the body: its media type and how it is carried over seven bits.</summary>
internal sealed class BodyPart
{
    private readonly string mediaType;
    private readonly bool base64;

    /// <param name="content">The content before it is filled; it decides the encoding for all readers.</param>
    public BodyPart(string mediaType, string content) =>
        (this.mediaType, base64) = (mediaType, IsMostlyOutsideAscii(content));

    public void Write(Stream message, string content)
    {
        message.Write(Encoding.ASCII.GetBytes(Header));
        message.Write(base64 ? Base64(content) : QuotedPrintable.Encode(content));
    }

    private string Header =>
        $"Content-Type: {mediaType}; charset=utf-8\r\nContent-Transfer-Encoding: {(base64 ? "base64" : "quoted-printable")}\r\n\r\n";

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
}
