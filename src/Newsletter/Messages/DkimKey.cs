using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>A private key that signs messages, and the name under which its public half is published.</summary>
internal sealed class DkimKey : IDisposable
{
    private readonly IDkimSigner signer;

    private DkimKey(DkimOptions options, IDkimSigner signer)
    {
        this.signer = signer;
        Domain = EmailAddress.Parse($"any@{options.Domain}").Domain;
        Selector = options.Selector?.Trim() ?? "";
        Signs = options.Signs;
        Omitted = options.Omitted;
    }

    /// <summary>A lower-case A-label.</summary>
    public string Domain { get; }

    public string Selector { get; }

    /// <summary>False: its public half is published ahead, or still.</summary>
    public bool Signs { get; }

    /// <summary>Fields that its signatures do not cover.</summary>
    public IReadOnlyList<string> Omitted { get; }

    /// <summary>As <c>a=</c> has it.</summary>
    public string Algorithm => signer.Algorithm;

    public bool IsRsa => signer is RsaSigner;

    /// <summary>What stands under <c>p=</c> at <see cref="RecordName"/>, in base64.</summary>
    public string PublicKey => signer.PublicKey;

    /// <summary>Where the public half is published (RFC 6376 section 3.6.2.1).</summary>
    public string RecordName => $"{Selector}._domainkey.{Domain}";

    /// <summary>What is published there (RFC 6376 section 3.6.1).</summary>
    public string Record => $"v=DKIM1; k={(IsRsa ? "rsa" : "ed25519")}; p={PublicKey}";

    /// <summary>Null where no key is set.</summary>
    /// <exception cref="Refusal">The file is missing, holds no RSA or Ed25519 key, or one that is too short.</exception>
    public static DkimKey? Load(DkimOptions options) =>
        !options.IsSet || options.IsLeftToRelay
            ? null
            : new DkimKey(options, DkimKeyFile.Read(Path.GetFullPath(options.KeyFile ?? ""), options.Setting));

    /// <summary>In base64.</summary>
    public string Sign(ReadOnlySpan<byte> text) => Convert.ToBase64String(signer.Sign(text));

    public void Dispose() => signer.Dispose();
}
