using System.Security.Cryptography;
using System.Text;
using Newsletter.Rendering;

namespace Newsletter.Messages;

/// <summary>The body of every mail: its text and its HTML as alternatives (RFC 2046 section 5.1.4), marks to be filled.</summary>
internal sealed class Alternatives
{
    private readonly Func<ReaderValues, string> html;
    private readonly MarkFilling text;
    private readonly BodyPart htmlPart;
    private readonly BodyPart textPart;

    /// <param name="html">With marks; where a template decides by reader, as it is for most of them.</param>
    /// <param name="text">With marks.</param>
    /// <param name="byReader">Renders each reader's HTML; null where marks say it all.</param>
    /// <exception cref="InvalidOperationException">The content holds a mark that is unknown or not closed.</exception>
    public Alternatives(string html, string text, ReaderRenderer? byReader = null)
    {
        this.text = MarkFilling.Parse(text);
        this.html = byReader is null ? MarkFilling.Parse(html).InHtml : values => byReader.Html(values.Input);
        (htmlPart, textPart) = (new BodyPart("text/html", html), new BodyPart("text/plain", text));
    }

    public static string ContentType(MessageIdentity identity) =>
        $"multipart/alternative; boundary=\"{Boundary(identity)}\"";

    public string Html(ReaderValues values) => html(values);

    public string Text(ReaderValues values) => text.InText(values);

    // The last alternative is the one preferred, so the text comes first.
    public byte[] Body(MessageIdentity identity, ReaderValues values)
    {
        var boundary = Boundary(identity);
        using var body = new MemoryStream();
        body.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n"));
        textPart.Write(body, Text(values));
        body.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
        htmlPart.Write(body, Html(values));
        body.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
        return body.ToArray();
    }

    // "=_" cannot occur in quoted-printable or base64, so no content can hold the boundary.
    private static string Boundary(MessageIdentity identity) =>
        $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.MessageId)).AsSpan(0, 12))}";
}
