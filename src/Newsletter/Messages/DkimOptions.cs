namespace Newsletter.Messages;

/// <summary>One key of the settings: an entry of <c>Dkims</c>, the first of which may be written <c>Dkim</c>.</summary>
internal sealed class DkimOptions
{
    /// <summary>The signing domain, <c>d=</c>: it signs what comes from there and from the domains below.</summary>
    public string? Domain { get; set; }

    /// <summary>The name of the key under <c>_domainkey</c>, <c>s=</c>.</summary>
    public string? Selector { get; set; }

    /// <summary>A PEM file with an RSA or Ed25519 private key; a relative path is relative to the current folder.</summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// False: it is read and its public half looked for, and it signs nothing (yet, or any more). False without a key
    /// file: the relay signs for this domain.
    /// </summary>
    public bool Signs { get; set; } = true;

    /// <summary>Header fields that are not signed, separated by commas: those that the relay rewrites.</summary>
    public string? Omit { get; set; }

    /// <summary>How its settings begin.</summary>
    internal string Setting { get; set; } = "Dkim";

    public bool IsSet =>
        !string.IsNullOrWhiteSpace(Domain)
        || !string.IsNullOrWhiteSpace(Selector)
        || !string.IsNullOrWhiteSpace(KeyFile);

    /// <summary>The domain is named to say that nothing is signed for it here.</summary>
    public bool IsLeftToRelay =>
        !Signs && string.IsNullOrWhiteSpace(Selector) && string.IsNullOrWhiteSpace(KeyFile) && IsSet;

    public IReadOnlyList<string> Omitted =>
        (Omit ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
