using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Staff;

/// <summary>The secret of a session or of an invitation: 256 random bits, of which only a hash is kept.</summary>
internal static class DeskToken
{
    public static string Make() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>64 characters.</summary>
    public static string Key(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
