using System.Security.Cryptography;
using System.Text;

namespace Newsletter.Columns.Sources.Feeds;

/// <summary>A short name for a long text.</summary>
internal static class Digest
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
