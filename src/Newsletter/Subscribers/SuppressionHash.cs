using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Newsletter.Addresses;

namespace Newsletter.Subscribers;

/// <summary>
/// The form in which the address of one who was erased is kept: enough to know it again when a file or a form brings
/// it, and nothing that can be read or, without the key, tried out.
/// </summary>
internal static class SuppressionHash
{
    /// <summary>What such a target begins with; no address and no domain does.</summary>
    public const char Mark = '#';

    /// <param name="key">The first that was ever made, whether retired or not: it never changes.</param>
    public static string Of(LinkKey key, EmailAddress address) =>
        Mark
        + Base64Url.EncodeToString(
            HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes("suppression" + address.Key))
        );

    public static bool Is(string target) => target.StartsWith(Mark);
}
