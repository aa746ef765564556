using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Newsletter.Messages;

/// <summary>RSASSA-PKCS1-v1_5 with SHA-256 (RFC 6376 section 3.3.1).</summary>
internal sealed class RsaSigner(RSAParameters parameters) : IDkimSigner
{
    // An RSA instance signs for one thread at a time.
    private readonly ConcurrentBag<RSA> idle = [];

    public string Algorithm => "rsa-sha256";

    public string PublicKey
    {
        get
        {
            using var rsa = RSA.Create(parameters);
            return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        if (!idle.TryTake(out var rsa))
            rsa = RSA.Create(parameters);
        var signature = rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
        return signature;
    }

    public void Dispose()
    {
        while (idle.TryTake(out var rsa))
            rsa.Dispose();
    }
}
