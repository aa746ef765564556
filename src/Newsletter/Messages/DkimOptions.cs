namespace Newsletter.Messages;

/// <summary>The <c>Dkim</c> section of the settings. None set: messages are not signed.</summary>
internal sealed class DkimOptions
{
    /// <summary>The signing domain, <c>d=</c>.</summary>
    public string? Domain { get; set; }

    /// <summary>The name of the key under <c>_domainkey</c>, <c>s=</c>.</summary>
    public string? Selector { get; set; }

    /// <summary>A PEM file with an RSA private key, PKCS#1 or PKCS#8; a relative path is relative to the current folder.</summary>
    public string? KeyFile { get; set; }

    public bool IsSet =>
        !string.IsNullOrWhiteSpace(Domain)
        || !string.IsNullOrWhiteSpace(Selector)
        || !string.IsNullOrWhiteSpace(KeyFile);
}
