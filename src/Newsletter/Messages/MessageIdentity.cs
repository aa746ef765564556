using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Newsletter.Subscribers;

namespace Newsletter.Messages;

/// <summary>
/// What belongs to a message and not to an attempt: a message that is sent again carries the same Message-ID and
/// Date, so that a reader's mailbox can see that it is the same.
/// </summary>
/// <param name="MessageId">Without angle brackets.</param>
internal sealed record MessageIdentity(string MessageId, DateTimeOffset Date)
{
    /// <summary>
    /// A function of the issue and of the row of the ledger, under a key of this installation: the same after any
    /// restart, different for every message, and nobody can name another reader's.
    /// </summary>
    /// <param name="key">Always the same one: the first ever made, which outlives its retirement.</param>
    public static MessageIdentity Of(LinkKey key, int issueId, long messageId, string domain, DateTimeOffset date)
    {
        // Longer than what readers' links sign with the same key, so that neither can stand for the other.
        Span<byte> content = stackalloc byte[Label.Length + sizeof(int) + sizeof(long)];
        Label.CopyTo(content);
        BinaryPrimitives.WriteInt32BigEndian(content[Label.Length..], issueId);
        BinaryPrimitives.WriteInt64BigEndian(content[(Label.Length + sizeof(int))..], messageId);
        var mac = HMACSHA256.HashData(key.Secret, content);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{issueId}.{Convert.ToHexStringLower(mac.AsSpan(0, 16))}"
        );
        return new MessageIdentity($"{name}@{domain}", date);
    }

    /// <summary>For a message that is in no ledger, such as a test: never the same twice.</summary>
    public static MessageIdentity New(string domain, DateTimeOffset date) =>
        new($"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}@{domain}", date);

    private static ReadOnlySpan<byte> Label => "newsletter message-id"u8;
}
