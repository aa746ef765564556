using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Newsletter.Messages;

/// <summary>A private key as a PEM file: RSA as PKCS#1 or PKCS#8, Ed25519 as PKCS#8.</summary>
internal static class DkimKeyFile
{
    /// <summary>RFC 8301 section 3.2: signers use at least this many bits.</summary>
    private const int LeastBits = 2048;

    /// <param name="file">Its whole path.</param>
    /// <param name="setting">How the settings of the key begin.</param>
    /// <exception cref="Refusal">It is missing, holds no such key, or one that is too short.</exception>
    public static IDkimSigner Read(string file, string setting)
    {
        try
        {
            var pem = File.ReadAllText(file);
            return (IDkimSigner?)Ed25519Of(pem) ?? RsaOf(pem, file, setting);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal(
                $"The DKIM key file {file} does not exist; make it with \"openssl genrsa {LeastBits}\", or correct {setting}__KeyFile.",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal(
                $"The DKIM key file {file} cannot be read ({fault.Message}); make it readable for this user ({setting}__KeyFile).",
                fault
            );
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new Refusal(
                $"The DKIM key file {file} holds no RSA private key without a passphrase, nor an Ed25519 one; it is a PEM file such as \"openssl genrsa {LeastBits}\" writes ({setting}__KeyFile).",
                fault
            );
        }
    }

    private static RsaSigner RsaOf(string pem, string file, string setting)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        var parameters = rsa.ExportParameters(includePrivateParameters: true);
        return rsa.KeySize >= LeastBits
            ? new RsaSigner(parameters)
            : throw new Refusal(
                $"The DKIM key in {file} has {rsa.KeySize} bits and mailbox providers want {LeastBits} at least; make another with \"openssl genrsa {LeastBits}\" ({setting}__KeyFile)."
            );
    }

    // Null where it is another kind of key, or none.
    private static Ed25519Signer? Ed25519Of(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found) || pem[found.Label] != "PRIVATE KEY")
            return null;
        try
        {
            return
                PrivateKeyFactory.CreateKey(Convert.FromBase64String(pem[found.Base64Data]))
                    is Ed25519PrivateKeyParameters key
                ? new Ed25519Signer(key)
                : null;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or SecurityUtilityException)
        {
            return null;
        }
    }
}
