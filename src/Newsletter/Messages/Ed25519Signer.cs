using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Newsletter.Messages;

/// <summary>RFC 8463: what is signed by Ed25519 is the SHA-256 of the text. The framework has no Ed25519.</summary>
internal sealed class Ed25519Signer(Ed25519PrivateKeyParameters key) : IDkimSigner
{
    private readonly byte[] publicKey = key.GeneratePublicKey().GetEncoded();

    public string Algorithm => "ed25519-sha256";

    /// <summary>RFC 8463 section 4.2: the bare 32 bytes.</summary>
    public string PublicKey => Convert.ToBase64String(publicKey);

    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        var hash = SHA256.HashData(text);
        var signature = new byte[Ed25519PrivateKeyParameters.SignatureSize];
        key.Sign(Ed25519.Algorithm.Ed25519, null, hash, 0, hash.Length, signature, 0);
        return signature;
    }

    public void Dispose()
    {
        // Nothing but memory is held.
    }
}
