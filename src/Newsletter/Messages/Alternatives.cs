using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>The body of every mail: its text and its HTML as alternatives (RFC 2046 section 5.1.4), marks to be filled.</summary>
internal sealed class Alternatives
{
    // A line is written where there is room for three times its length.
    private const int Spare = 8 * 1024;

    private readonly BodyPart text;
    private readonly BodyPart html;
    private readonly string boundary;
    private readonly byte[] opening;
    private readonly byte[] between;
    private readonly byte[] closing;

    // Readers' messages differ by little: the first tells how much room the others need.
    private int usualLength = 4096;

    /// <param name="html">With marks; where a template decides by reader, as it is for most of them.</param>
    /// <param name="text">With marks.</param>
    /// <param name="byReader">Renders each reader's HTML; null where marks say it all.</param>
    /// <exception cref="InvalidOperationException">The content holds a mark that is unknown or not closed.</exception>
    public Alternatives(string html, string text, ReaderRenderer? byReader = null)
    {
        this.text = BodyPart.Text(text);
        this.html = byReader is null ? BodyPart.Html(html) : BodyPart.Html(html, byReader);
        // "=_" cannot occur in quoted-printable or base64, so no content can hold the boundary.
        boundary = $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 12))}";
        opening = Encoding.ASCII.GetBytes($"--{boundary}\r\n");
        between = Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n");
        closing = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
    }

    public string ContentType => $"multipart/alternative; boundary=\"{boundary}\"";

    public string Html(ReaderValues values) => html.Filled(values);

    public string Text(ReaderValues values) => text.Filled(values);

    // The last alternative is the one preferred, so the text comes first.
    public ReadOnlyMemory<byte> Body(ReaderValues values)
    {
        var body = new ArrayBufferWriter<byte>(usualLength + Spare);
        body.Write(opening);
        text.Write(body, values);
        body.Write(between);
        html.Write(body, values);
        body.Write(closing);
        usualLength = Math.Max(usualLength, body.WrittenCount);
        return body.WrittenMemory;
    }
}
