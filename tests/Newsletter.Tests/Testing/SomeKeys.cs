using System.Security.Cryptography;
using Newsletter.Messages;

namespace Newsletter.Tests.Testing;

/// <summary>DKIM keys as an operator makes them with openssl, in files.</summary>
internal static class SomeKeys
{
    // RFC 8410 section 7: a PKCS#8 of Ed25519 is these bytes and the 32 of the key.
    private static readonly byte[] Ed25519Head = Convert.FromHexString("302e020100300506032b657004220420");

    public static DkimOptions Rsa(string folder, string selector, string domain = "example.org")
    {
        using var rsa = RSA.Create(2048);
        return Options(folder, selector, domain, rsa.ExportPkcs8PrivateKeyPem());
    }

    public static DkimOptions Ed25519(string folder, string selector, string domain = "example.org") =>
        Options(
            folder,
            selector,
            domain,
            PemEncoding.WriteString("PRIVATE KEY", [.. Ed25519Head, .. RandomNumberGenerator.GetBytes(32)])
        );

    /// <summary>What the DNS would say of them.</summary>
    public static Dictionary<string, string> Records(params IEnumerable<DkimOptions> options) =>
        options
            .Select(one => DkimKey.Load(one)!)
            .ToDictionary(
                key => key.RecordName,
                key => $"v=DKIM1; k={(key.IsRsa ? "rsa" : "ed25519")}; p={key.PublicKey}",
                StringComparer.Ordinal
            );

    private static DkimOptions Options(string folder, string selector, string domain, string pem)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{selector}.{domain}.pem");
        File.WriteAllText(file, pem);
        return new DkimOptions
        {
            Domain = domain,
            Selector = selector,
            KeyFile = file,
        };
    }
}
