using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Messages;

/// <summary>The body of every mail: its text and its HTML as alternatives (RFC 2046 section 5.1.4), marks to be filled.</summary>
internal sealed class Alternatives
{
    private readonly MarkFilling html;
    private readonly MarkFilling text;
    private readonly BodyPart htmlPart;
    private readonly BodyPart textPart;

    /// <exception cref="InvalidOperationException">The content holds a mark that is unknown or not closed.</exception>
    public Alternatives(string html, string text)
    {
        (this.html, this.text) = (MarkFilling.Parse(html), MarkFilling.Parse(text));
        (htmlPart, textPart) = (new BodyPart("text/html", html), new BodyPart("text/plain", text));
    }

    public static string ContentType(MessageIdentity identity) =>
        $"multipart/alternative; boundary=\"{Boundary(identity)}\"";

    // The last alternative is the one preferred, so the text comes first.
    public byte[] Body(MessageIdentity identity, ReaderValues values)
    {
        var boundary = Boundary(identity);
        using var body = new MemoryStream();
        body.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n"));
        textPart.Write(body, text.InText(values));
        body.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
        htmlPart.Write(body, html.InHtml(values));
        body.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
        return body.ToArray();
    }

    // "=_" cannot occur in quoted-printable or base64, so no content can hold the boundary.
    private static string Boundary(MessageIdentity identity) =>
        $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.MessageId)).AsSpan(0, 12))}";
}
