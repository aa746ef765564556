using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>What is kept of an address that was erased: enough to know it again, and not to read it.</summary>
internal static class SuppressionHash
{
    /// <param name="key">The first that was made: the same for ever.</param>
    /// <param name="address">Whose target it is.</param>
    public static string Of(LinkKey key, EmailAddress address) =>
        "#"
        + Base64Url.EncodeToString(
            HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes("suppression" + address.Key))
        );
}
