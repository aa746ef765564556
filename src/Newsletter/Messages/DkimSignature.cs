using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Messages;

/// <summary>RFC 6376: sha256, relaxed/relaxed, the whole body (no <c>l=</c>).</summary>
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

    /// <summary>RFC 6376 section 5.4: From is always signed. RFC 8058 section 4: so is what unsubscribes.</summary>
    public static IEnumerable<string> Omissible =>
        Signed.Where(name => name is not ("From" or "List-Unsubscribe" or "List-Unsubscribe-Post"));

    public static bool MayOmit(string name) => Omissible.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>One field for each key, in their order.</summary>
    /// <param name="keys">What signs.</param>
    /// <param name="header">Without signatures.</param>
    /// <param name="body">In its relaxed canonical form already, as <see cref="QuotedPrintable"/> and base64 write it.</param>
    /// <param name="at">When.</param>
    public static List<HeaderField> Of(
        IReadOnlyList<DkimKey> keys,
        HeaderBlock header,
        ReadOnlySpan<byte> body,
        DateTimeOffset at
    )
    {
        var bodyHash = Convert.ToBase64String(SHA256.HashData(body));
        var fields = header.Where(field => IsIn(Signed, field.Name)).ToList();
        return [.. keys.Select(key => Of(key, fields, bodyHash, at))];
    }

    private static HeaderField Of(DkimKey key, List<HeaderField> signable, string bodyHash, DateTimeOffset at)
    {
        var fields = signable.Where(field => !IsIn(key.Omitted, field.Name)).ToList();
        string[] names = [.. fields.Select(field => field.Name), .. Oversigned.Where(name => !IsIn(key.Omitted, name))];
        var unsigned = new HeaderField("DKIM-Signature", Tags(key, names, bodyHash, at));
        // Each name is taken from the end of the header upwards, and these fields occur once, so the order is free;
        // a name without a field left stands for nothing.
        var text = string.Concat(fields.Select(field => field.Relaxed + "\r\n")) + unsigned.Relaxed;
        return new HeaderField(unsigned.Name, unsigned.Body + Folded(key.Sign(Encoding.UTF8.GetBytes(text))));
    }

    private static bool IsIn(IReadOnlyList<string> names, string name) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Tags(DkimKey key, string[] names, string bodyHash, DateTimeOffset at) =>
        HeaderText.Folded(
            "DKIM-Signature",
            [
                "v=1;",
                $"a={key.Algorithm};",
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
