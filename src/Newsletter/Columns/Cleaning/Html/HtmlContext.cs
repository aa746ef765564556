using Newsletter.Columns.Cleaning.Shortcodes;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>What every part of one reading shares: where links lead from, what is held, and what is left out.</summary>
internal sealed class HtmlContext(Uri? page, string? language, ShortcodeNames shortcodes)
{
    private readonly string? page = page is { IsAbsoluteUri: true } ? page.AbsoluteUri : null;

    public Held Held { get; } = new();

    public Leftovers Leftovers { get; } = new();

    public string? Language => language;

    public ShortcodeNames Shortcodes => shortcodes;

    public Attachments Attachments { get; init; } = Attachments.None;

    /// <summary>An address that a link may have; null where it may not stand.</summary>
    public string? Link(string? written) => WebAddress.Of(Joined(written), page);

    /// <summary>An address that a browser opens, for pictures and cards.</summary>
    public string? Address(string? written) => WebAddress.OfPage(Joined(written), page);

    /// <summary>Whether the link leads to a place on this very page, and where: "#note-1".</summary>
    public string? PlaceOnPage(string? written)
    {
        var text = written?.Trim() ?? "";
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || hash == text.Length - 1)
            return null;
        var before = text[..hash];
        var same =
            before.Length == 0 || (page is not null && WebAddress.Of(before, page) is { } address && IsPage(address));
        return same ? Uri.UnescapeDataString(text[(hash + 1)..]) : null;
    }

    private bool IsPage(string address) =>
        page is not null
        && string.Equals(address.TrimEnd('/'), page.Split('#')[0].TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    // Editors break long addresses over lines; a browser takes breaks out, and makes other blanks "%20".
    private static string? Joined(string? written) =>
        written
            ?.Replace("\n", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\t", "", StringComparison.Ordinal)
            .Trim()
            .Replace(" ", "%20", StringComparison.Ordinal);
}
