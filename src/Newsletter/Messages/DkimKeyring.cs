using Microsoft.Extensions.Options;

namespace Newsletter.Messages;

/// <summary>The key that the settings name, read once, when it is first asked for.</summary>
internal sealed class DkimKeyring(IOptions<DkimOptions> options) : IDisposable
{
    private readonly Lazy<DkimKey?> key = new(() => DkimKey.Load(options.Value));

    /// <summary>Null: messages go out unsigned.</summary>
    /// <exception cref="Refusal">The file cannot be used; the sentence says why.</exception>
    public DkimKey? Key => key.Value;

    public void Dispose()
    {
        if (key.IsValueCreated)
            key.Value?.Dispose();
    }
}
