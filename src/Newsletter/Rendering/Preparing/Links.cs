using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Newsletter.Rendering.Preparing;

/// <summary>Which addresses may stand behind a link, and how each is written.</summary>
internal static class Links
{
    /// <summary>Older clients cut an address at 2,083 characters; what is cut leads elsewhere.</summary>
    private const int Longest = 2_000;

    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
    );

    /// <summary>RFC 6761, RFC 8375, and what people call their own networks.</summary>
    private static readonly string[] s_private =
    [
        ".localhost",
        ".local",
        ".lan",
        ".home.arpa",
        ".internal",
        ".test",
        ".onion",
    ];

    public static bool TryKeep(string address, [NotNullWhen(true)] out string? kept)
    {
        kept = null;
        var trimmed = WithoutBlanksInNumber(address.Trim());
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri))
            return false;
        if (uri.Scheme is not ("http" or "https" or "mailto" or "tel"))
            return false;
        if (uri.Scheme is "http" or "https" && uri.Host.Length == 0)
            return false;
        if (uri.Scheme is "mailto" or "tel" && trimmed.Length == uri.Scheme.Length + 1)
            return false;
        // A name and a password in an address are a secret, or a host that pretends to be another.
        if (uri.UserInfo.Length > 0 && uri.Scheme is "http" or "https")
            return TryKeep(
                new UriBuilder(uri) { UserName = "", Password = "" }
                    .Uri
                    .AbsoluteUri,
                out kept
            );
        // A scheme in capitals is lawful, and yet not every client follows it.
        var isPlain =
            !trimmed.AsSpan().ContainsAnyExcept(s_plain)
            && trimmed.StartsWith(uri.Scheme + ":", StringComparison.Ordinal);
        kept = isPlain ? trimmed : Plain(uri);
        if (kept.Length > Longest)
            kept = null;
        return kept is not null;
    }

    /// <summary>
    /// The same for a link to somebody else's page: over https, which nearly every public site has and which mail
    /// programs warn without. An address in a network of one's own is left as it is.
    /// </summary>
    public static bool TryLead(string address, [NotNullWhen(true)] out string? kept)
    {
        if (TryKeep(address, out kept) && new Uri(kept) is { Scheme: "http" } uri && IsPublic(uri))
            kept = string.Concat("https", kept.AsSpan("http".Length));
        return kept is not null;
    }

    /// <summary>An address as people say it: without what comes before the host, the mailbox or the number.</summary>
    public static string Spoken(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) is var slashes and > 0
            ? slashes + 2
            : address.IndexOf(':', StringComparison.Ordinal) + 1;
        var spoken = address[start..];
        return spoken.IndexOf('/', StringComparison.Ordinal) == spoken.Length - 1 ? spoken.TrimEnd('/') : spoken;
    }

    public static bool IsOnTheWeb(string address) => address.StartsWith("http", StringComparison.Ordinal);

    public static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.Host.Length > 0;

    // RFC 3966 section 5.1.1: a number may hold points and hyphens, and no blank.
    private static string WithoutBlanksInNumber(string address) =>
        address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
            ? string.Concat(
                address.Replace("%20", "", StringComparison.Ordinal).Where(character => !char.IsWhiteSpace(character))
            )
            : address;

    // Mail programs of ten years ago follow an A-label, and none the letters that it stands for.
    private static string Plain(Uri uri) =>
        uri.HostNameType is UriHostNameType.Dns && uri.Host != uri.IdnHost
            ? new UriBuilder(uri) { Host = uri.IdnHost }
                .Uri
                .AbsoluteUri
            : uri.AbsoluteUri;

    private static bool IsPublic(Uri uri) =>
        uri is { HostNameType: UriHostNameType.Dns, IsDefaultPort: true }
        && uri.Host.Contains('.', StringComparison.Ordinal)
        && !Array.Exists(s_private, ending => uri.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
