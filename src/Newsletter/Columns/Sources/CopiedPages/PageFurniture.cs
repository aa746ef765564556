using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>Lines that a page says about itself. Asked only at a page's edges, and only of a whole short line.</summary>
internal static partial class PageFurniture
{
    public const string Why = "The page's own furniture, not the column's text.";

    private const int Longest = 140;

    private static readonly Regex Whole = AnyOf(FurnitureWords.Whole);
    private static readonly Regex Closing = AnyOf(FurnitureWords.Closing);
    private static readonly Regex Menu = AnyOf(FurnitureWords.Menu);
    private static readonly Regex Anywhere = AnyOf(FurnitureWords.Anywhere);
    private static readonly Regex Comments = AnyOf(FurnitureWords.Comments);

    public static bool Is(string line) =>
        line.Length is > 0 and <= Longest && (Whole.IsMatch(Bare(line)) || IsBreadcrumb(line) || IsMenu(line));

    /// <summary>"Accueil &gt; Tribunes &gt; Le titre".</summary>
    private static bool IsBreadcrumb(string line) => line.Length <= 2 * Longest && Breadcrumb().IsMatch(line);

    public static bool BeginsClosing(string line) => line.Length <= Longest && Closing.IsMatch(Bare(line));

    /// <summary>Nobody's sentence, wherever it stands: it cuts a text for an advertisement or an offer.</summary>
    public static bool IsAnywhere(string line) => line.Length is > 0 and <= Longest && Anywhere.IsMatch(Bare(line));

    public static bool BeginsComments(string line) => line.Length <= Longest && Comments.IsMatch(Bare(line));

    /// <summary>An entry of the site's menu, which above the title shows that what stands beside it is the site's.</summary>
    public static bool IsMenuEntry(string line) => line.Length <= Longest && Menu.IsMatch(Bare(line));

    // Several of the page's links on one line: "Imprimer | Partager | Tweet".
    private static bool IsMenu(string line)
    {
        var parts = MenuBar().Split(line);
        return parts.Length > 1 && Array.TrueForAll(parts, part => Whole.IsMatch(Bare(part)));
    }

    // French sets a space that does not break before ":" and "?"; the patterns know the common one.
    private static string Bare(string line) => Decoration().Replace(UnusualSpace().Replace(line, " "), "").Trim();

    private static Regex AnyOf(string[] patterns) =>
        new(
            $"^(?:{string.Join('|', patterns)})$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    [GeneratedRegex(
        @"^(?:vous êtes ici\s*:?|you are here\s*:?)|^(?:accueil|home|startseite|inicio|início|blog|actualités)\s*(?:[>»›/→\\|]|::)\s*\S|^(?:[^>›»]{1,40}\s[>›»]\s){2,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Breadcrumb();

    [GeneratedRegex(@"[\u00A0\u202F\u2009\n]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnusualSpace();

    [GeneratedRegex(@"\s*[|•·]\s*|\s+/\s+|\s{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MenuBar();

    [GeneratedRegex(
        @"^[\s\[(↑▲⇧^→←»«›>•·|-]+(?=\p{L})|(?<=\p{L}|[.:…])[\s\])↑▲⇧^→»›>|]+$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Decoration();
}
