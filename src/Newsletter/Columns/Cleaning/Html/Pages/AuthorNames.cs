using System.Text.RegularExpressions;
using Newsletter.Addresses;
using Newsletter.Columns.Sources.CopiedPages.Bylines;

namespace Newsletter.Columns.Cleaning.Html.Pages;

/// <summary>A text that is known to name authors: "A", "A et B", "Par A, présidente de l’Observatoire".</summary>
internal static partial class AuthorNames
{
    private const int Longest = 200;

    public static IEnumerable<Byline> Of(string text)
    {
        var line = OneLine.Cleaned(text).Trim().TrimEnd(',', ';', '|').Trim();
        if (line.Length is < 2 or > Longest || NoName().IsMatch(line))
            return [];
        var reader = new BylineReader(new Leftovers());
        if ((reader.Marked(line) ?? reader.Bare(line)) is { Count: > 0 } people)
            return people;
        var bare = Marker().Replace(line, "").Trim();
        return Between().Split(bare).Where(name => name.Length > 1).Select(name => new Byline(name));
    }

    // An address, an account of a network, or what a system calls the account that nobody named.
    [GeneratedRegex(
        @"^(?:https?:|www\.|@)|^\S+@\S+$|^(?:admin(?:istrator|istrateur)?|root|user|webmaster|wordpress|null|undefined|unknown|anonymous|n/?a)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NoName();

    [GeneratedRegex(
        @"^(?:par|by|propos recueillis par|von|por|di|door)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"\s*;\s*|\s*,\s+(?=\p{Lu}\S*\s+\p{Lu})|\s+(?:et|and|und|&)\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Between();
}
