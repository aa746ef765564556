using Microsoft.Extensions.Options;
using Newsletter.Addresses;

namespace Newsletter.Messages;

/// <summary>The keys that the settings name, read when they are first asked for, and kept once they could be read.</summary>
internal sealed class DkimKeyring(IOptions<DkimSettings> settings) : IDisposable
{
    private readonly Lazy<IReadOnlyList<DkimKey>> keys = new(
        () => [.. settings.Value.Keys.Select(DkimKey.Load).OfType<DkimKey>()],
        // The one mode that keeps no fault: a key file that was mended is read when it is asked for again.
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <summary>All of them in the order of the settings, those too that sign nothing (yet, or any more).</summary>
    /// <exception cref="Refusal">A file cannot be used; the sentence says why.</exception>
    public IReadOnlyList<DkimKey> Keys => keys.Value;

    /// <summary>Domains that are named to say that the relay signs for them.</summary>
    public IReadOnlyList<string> LeftToRelay { get; } =
    [
        .. settings
            .Value.Keys.Where(key => key.IsLeftToRelay)
            .Select(key => EmailAddress.Parse($"any@{key.Domain}").Domain),
    ];

    /// <summary>
    /// What signs mail of a domain, the one that is preferred first; none: it goes out unsigned. A key signs for its
    /// own domain and for those below it, which is what aligns with From for DMARC (RFC 7489 section 3.1.1); the
    /// nearest counts. Ed25519 signs beside RSA, since many cannot verify it yet (RFC 8463 section 3).
    /// </summary>
    /// <param name="domain">Of the From field, a lower-case A-label.</param>
    /// <exception cref="Refusal">A file cannot be used; the sentence says why.</exception>
    public IReadOnlyList<DkimKey> For(string domain)
    {
        var nearest = Keys.Where(key => key.Signs)
            .Select(key => key.Domain)
            .Concat(LeftToRelay)
            .Where(parent => domain == parent || domain.EndsWith($".{parent}", StringComparison.Ordinal))
            .MaxBy(parent => parent.Length);
        var those = Keys.Where(key => key.Signs && key.Domain == nearest).ToList();
        DkimKey?[] best = [those.Find(key => key.IsRsa), those.Find(key => !key.IsRsa)];
        return [.. best.OfType<DkimKey>()];
    }

    public void Dispose()
    {
        if (!keys.IsValueCreated)
            return;
        foreach (var key in keys.Value)
            key.Dispose();
    }
}
