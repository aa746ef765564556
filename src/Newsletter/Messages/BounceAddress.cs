using System.Buffers.Text;
using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Messages;

/// <summary>
/// The envelope sender of one message (VERP): <c>bounce+TOKEN@domain</c>. The token names the row of the ledger and is
/// signed like a reader's link, so that nobody can report a message undeliverable that was not sent to them. It is 40
/// characters of base32: foreign servers lower-case addresses, and a local part has 64 octets (RFC 5321 section
/// 4.5.3.1.1).
/// </summary>
internal static class BounceAddress
{
    private const string Prefix = "bounce+";
    private const int TokenLength = 40;

    /// <param name="key">Signs.</param>
    /// <param name="messageId">The row of the ledger.</param>
    /// <param name="domain">The publication's bounce domain, a lower-case A-label.</param>
    public static EmailAddress Make(LinkKey key, long messageId, string domain)
    {
        var token = Base64Url.DecodeFromChars(ReaderLink.Token(key, LinkPurpose.Bounce, messageId));
        return EmailAddress.Parse($"{Prefix}{Base32.Encode(token)}@{domain}");
    }

    /// <summary>The row of the ledger; false for every address that was not made here.</summary>
    /// <param name="address">As a report came to it: in any case, with its domain or without, in angle brackets or not.</param>
    /// <param name="keys">All that verify.</param>
    /// <param name="messageId">0 where it is none.</param>
    public static bool TryRead(string? address, IReadOnlyDictionary<int, LinkKey> keys, out long messageId)
    {
        messageId = 0;
        var local = (address ?? "").AsSpan().Trim().Trim("<>");
        if (local.LastIndexOf('@') is var at and >= 0)
            local = local[..at];
        return local.Length == Prefix.Length + TokenLength
            && local.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && Base32.TryDecode(local[Prefix.Length..], out var token)
            && ReaderLink.TryRead(Base64Url.EncodeToString(token), LinkPurpose.Bounce, keys, out messageId);
    }
}
