using System.Collections.Concurrent;
using System.Security.Cryptography;
using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>A private key that signs messages, and the name under which its public half is published.</summary>
internal sealed class DkimKey : IDisposable
{
    /// <summary>RFC 8301 section 3.2: signers use at least this many bits.</summary>
    private const int LeastBits = 2048;

    // An RSA instance signs for one thread at a time.
    private readonly ConcurrentBag<RSA> idle = [];
    private readonly RSAParameters parameters;

    private DkimKey(string domain, string selector, RSAParameters parameters) =>
        (Domain, Selector, this.parameters) = (domain, selector, parameters);

    /// <summary>A lower-case A-label.</summary>
    public string Domain { get; }

    public string Selector { get; }

    /// <summary>Null where no key is set.</summary>
    /// <exception cref="Refusal">The file is missing, holds no RSA key, or one that is too short.</exception>
    public static DkimKey? Load(DkimOptions options)
    {
        if (!options.IsSet)
            return null;
        var file = Path.GetFullPath(options.KeyFile ?? "");
        using var rsa = Read(file);
        if (rsa.KeySize < LeastBits)
        {
            throw new Refusal(
                $"The DKIM key in {file} has {rsa.KeySize} bits and mailbox providers want {LeastBits} at least; make another with \"openssl genrsa {LeastBits}\" (Dkim__KeyFile)."
            );
        }

        return new DkimKey(
            EmailAddress.Parse($"any@{options.Domain}").Domain,
            options.Selector?.Trim() ?? "",
            rsa.ExportParameters(includePrivateParameters: true)
        );
    }

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256 (RFC 6376 section 3.3.1), in base64.</summary>
    public string Sign(ReadOnlySpan<byte> text)
    {
        if (!idle.TryTake(out var rsa))
            rsa = RSA.Create(parameters);
        var signature = rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
        return Convert.ToBase64String(signature);
    }

    public void Dispose()
    {
        while (idle.TryTake(out var rsa))
            rsa.Dispose();
    }

    private static RSA Read(string file)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(File.ReadAllText(file));
            rsa.ExportParameters(includePrivateParameters: true);
            return rsa;
        }
        catch (Exception fault)
        {
            rsa.Dispose();
            throw fault switch
            {
                FileNotFoundException or DirectoryNotFoundException => new Refusal(
                    $"The DKIM key file {file} does not exist; make it with \"openssl genrsa 2048\", or correct Dkim__KeyFile.",
                    fault
                ),
                IOException or UnauthorizedAccessException => new Refusal(
                    $"The DKIM key file {file} cannot be read ({fault.Message}); make it readable for this user (Dkim__KeyFile).",
                    fault
                ),
                ArgumentException or CryptographicException => new Refusal(
                    $"The DKIM key file {file} holds no RSA private key without a passphrase; it is a PEM file such as \"openssl genrsa 2048\" writes (Dkim__KeyFile).",
                    fault
                ),
                _ => fault,
            };
        }
    }
}
