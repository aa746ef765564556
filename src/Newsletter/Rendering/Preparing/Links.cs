using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Newsletter.Rendering.Preparing;

/// <summary>Which addresses may stand behind a link. A column's http link stays http: it is its author's.</summary>
internal static class Links
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
    );

    public static bool TryKeep(string address, [NotNullWhen(true)] out string? kept)
    {
        kept = null;
        var trimmed = address.Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri))
            return false;
        if (uri.Scheme is not ("http" or "https" or "mailto" or "tel"))
            return false;
        if (uri.Scheme is "http" or "https" && uri.Host.Length == 0)
            return false;
        // A scheme in capitals is lawful, and yet not every client follows it.
        var isPlain =
            !trimmed.AsSpan().ContainsAnyExcept(s_plain)
            && trimmed.StartsWith(uri.Scheme + ":", StringComparison.Ordinal);
        kept = isPlain ? trimmed : uri.AbsoluteUri;
        return true;
    }

    public static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.Host.Length > 0;
}
