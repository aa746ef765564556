using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning;

/// <summary>The addresses a column may hold: http, https, mailto and tel, always absolute, and telling nothing of the reader.</summary>
internal static partial class WebAddress
{
    private const int Longest = 4000;

    /// <summary>The address, made absolute by the column's own page where it is relative; null where it may not stand.</summary>
    public static string? Of(string? written, string? page = null)
    {
        var text = CleanText.Of(written ?? "").Trim();
        if (text.Length is 0 or > Longest || text.Any(char.IsWhiteSpace))
            return null;
        if (text.StartsWith("//", StringComparison.Ordinal))
            return Allowed($"https:{text}");
        if (HasScheme().IsMatch(text))
            return Allowed(text);
        return
            page is not null
            && Uri.TryCreate(page, UriKind.Absolute, out var start)
            && Uri.TryCreate(start, text, out var whole)
            ? Allowed(whole.AbsoluteUri)
            : null;
    }

    /// <summary>Only what a browser opens: for pictures, embeds and the column's own page.</summary>
    public static string? OfPage(string? written, string? page = null) =>
        Of(written, page) is { } address && address.StartsWith("http", StringComparison.Ordinal) ? address : null;

    public static bool IsDangerous(string written) =>
        Dangerous().IsMatch(CleanText.Of(written).Replace(" ", "", StringComparison.Ordinal));

    private static string? Allowed(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is ("http" or "https" or "mailto" or "tel")
        && (address.Scheme is "mailto" or "tel" || address.Host.Length > 0)
            ? TrackingParameters.Without(address.AbsoluteUri)
            : null;

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HasScheme();

    [GeneratedRegex(
        "^(?:javascript|vbscript|data|file):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Dangerous();
}
