using Microsoft.Extensions.Options;

namespace Newsletter.Messages;

/// <summary>The key that the settings name, read when it is first asked for, and kept once it could be read.</summary>
internal sealed class DkimKeyring(IOptions<DkimOptions> options) : IDisposable
{
    private readonly Lazy<DkimKey?> key = new(
        () => DkimKey.Load(options.Value),
        // The one mode that keeps no fault: a key file that was mended is read when it is asked for again.
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <summary>Null: messages go out unsigned.</summary>
    /// <exception cref="Refusal">The file cannot be used; the sentence says why.</exception>
    public DkimKey? Key => key.Value;

    public void Dispose()
    {
        if (key.IsValueCreated)
            key.Value?.Dispose();
    }
}
