using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Messages;

/// <summary>RFC 6376: rsa-sha256, relaxed/relaxed, the whole body (no <c>l=</c>).</summary>
internal static class DkimSignature
{
    private static readonly string[] Signed =
    [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        "Reply-To",
        "List-Id",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "Feedback-ID",
    ];

    // Named once more than they occur: a second one that is added on the way breaks the signature
    // (RFC 6376 section 8.15).
    private static readonly string[] Oversigned = ["From", "Subject", "To", "Date", "Reply-To", "Content-Type"];

    /// <param name="body">In its relaxed canonical form already, as <see cref="QuotedPrintable"/> and base64 write it.</param>
    public static HeaderField Of(
        DkimKey key,
        IEnumerable<HeaderField> header,
        ReadOnlySpan<byte> body,
        DateTimeOffset at
    )
    {
        var fields = header.Where(field => Signed.Contains(field.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        string[] names = [.. fields.Select(field => field.Name), .. Oversigned];
        var bodyHash = Convert.ToBase64String(SHA256.HashData(body));
        var unsigned = new HeaderField("DKIM-Signature", Tags(key, names, bodyHash, at));
        // Each name is taken from the end of the header upwards, and these fields occur once, so the order is free;
        // a name without a field left stands for nothing.
        var text = string.Concat(fields.Select(field => field.Relaxed + "\r\n")) + unsigned.Relaxed;
        return new HeaderField(unsigned.Name, unsigned.Body + Folded(key.Sign(Encoding.UTF8.GetBytes(text))));
    }

    private static string Tags(DkimKey key, string[] names, string bodyHash, DateTimeOffset at) =>
        HeaderText.Folded(
            "DKIM-Signature",
            [
                "v=1;",
                "a=rsa-sha256;",
                "c=relaxed/relaxed;",
                $"d={key.Domain};",
                $"s={key.Selector};",
                $"t={at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)};",
                // RFC 6376 section 3.5: blanks may stand around the colons.
                $"h={names[0]}",
                .. names[1..].Select(name => ":" + name),
                $"; bh={bodyHash};",
            ]
        ) + "\r\n b=";

    private static string Folded(string signature) =>
        string.Join("\r\n ", signature.Chunk(72).Select(line => new string(line)));
}
