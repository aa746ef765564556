using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Newsletter.Subscribers;

/// <summary>
/// The token in a reader's link: 34 characters of base64url that say nothing about the reader and cannot be made
/// without the key. One byte names the key, eight hide the subscription's number, sixteen are an HMAC-SHA256 over
/// purpose and number (RFC 2104 section 5 allows the cut). The number is hidden under a pad that is drawn from the
/// HMAC, so two tokens of neighbours have nothing in common.
/// </summary>
internal static class ReaderLink
{
    /// <summary>Characters of a token.</summary>
    public const int TextLength = 34;

    private const int Length = 1 + sizeof(long) + MacLength;
    private const int MacLength = 16;

    /// <param name="key">Signs.</param>
    /// <param name="purpose">What it opens.</param>
    /// <param name="subscriptionId">What it hides.</param>
    /// <param name="boundTo">The number of another token, without which this one is worth nothing; null where it stands alone.</param>
    public static string Token(LinkKey key, LinkPurpose purpose, long subscriptionId, long? boundTo = null)
    {
        Span<byte> token = stackalloc byte[Length];
        token[0] = checked((byte)key.Id);
        Mac(key, purpose, subscriptionId, boundTo, token[(1 + sizeof(long))..]);
        BinaryPrimitives.WriteInt64BigEndian(token[1..], subscriptionId ^ Pad(key, token[(1 + sizeof(long))..]));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The subscription that a token of this purpose was made for; false for every other text.</summary>
    public static bool TryRead(
        [NotNullWhen(true)] string? text,
        LinkPurpose purpose,
        IReadOnlyDictionary<int, LinkKey> keys,
        out long subscriptionId,
        long? boundTo = null
    )
    {
        subscriptionId = 0;
        Span<byte> token = stackalloc byte[Length];
        if (
            text is null
            || text.Length != TextLength
            || Base64Url.DecodeFromChars(text, token, out _, out var written) is not OperationStatus.Done
            || written != Length
            || !keys.TryGetValue(token[0], out var key)
        )
        {
            return false;
        }

        var mac = token[(1 + sizeof(long))..];
        var id = BinaryPrimitives.ReadInt64BigEndian(token[1..]) ^ Pad(key, mac);
        Span<byte> expected = stackalloc byte[MacLength];
        Mac(key, purpose, id, boundTo, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, mac))
            return false;
        subscriptionId = id;
        return true;
    }

    private static void Mac(LinkKey key, LinkPurpose purpose, long id, long? boundTo, Span<byte> destination)
    {
        Span<byte> content = stackalloc byte[1 + (boundTo is null ? 1 : 2) * sizeof(long)];
        content[0] = (byte)purpose;
        BinaryPrimitives.WriteInt64BigEndian(content[1..], id);
        if (boundTo is { } other)
            BinaryPrimitives.WriteInt64BigEndian(content[(1 + sizeof(long))..], other);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret, content, full);
        full[..MacLength].CopyTo(destination);
    }

    private static long Pad(LinkKey key, ReadOnlySpan<byte> mac)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret, mac, full);
        return BinaryPrimitives.ReadInt64BigEndian(full);
    }
}
