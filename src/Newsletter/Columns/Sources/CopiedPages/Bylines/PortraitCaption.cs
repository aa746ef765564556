using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages.Bylines;

/// <summary>
/// A portrait's caption that ran into the name when the page was copied: "jpmJean-Pierre Morel". Every place
/// where a name could begin is weighed by what stands before it; the caption that says the name itself weighs most.
/// </summary>
internal static partial class PortraitCaption
{
    private const int Enough = 60;
    private const int LongestCaption = 70;

    /// <summary>The name without its caption, or null where no caption is recognised.</summary>
    public static (string Caption, string Name)? Split(string line)
    {
        (string Caption, string Name)? best = null;
        var bestWeight = Enough - 1;
        for (var at = 1; at < line.Length && at <= LongestCaption; at++)
        {
            if (
                !char.IsUpper(line[at])
                && char.GetUnicodeCategory(line[at]) is not System.Globalization.UnicodeCategory.OtherLetter
            )
                continue;
            var name = line[at..].Trim();
            if (!PersonName.Is(name))
                continue;
            var weight = Weight(line[..at], name);
            // Of equals the first wins, for it leaves the longer name.
            if (weight > bestWeight)
                (best, bestWeight) = ((line[..at].Trim(), name), weight);
        }
        return best;
    }

    /// <summary>Whether a line of its own is the caption of this person's portrait.</summary>
    public static bool IsOf(string line, string name) => Weight($"{line} ", name) >= Enough;

    private static int Weight(string before, string name)
    {
        var caption = before.Trim();
        var glued = before.Length > 0 && !char.IsWhiteSpace(before[^1]);
        var letters = PersonName.Letters(FileEnding().Replace(caption, ""));
        if (letters.Length == 0)
            return glued && caption.All(c => char.IsDigit(c) || c is '_' or '-' or '.') && caption.Any(char.IsDigit)
                ? 60
                : 0;
        var shortForms = PersonName.ShortForms(name).ToList();
        var whole = PersonName.Letters(name);
        if (IsPartOfName(before, caption))
            return
                shortForms.Contains(letters)
                && letters != PersonName.Letters(name.Split(' ')[0])
                && (glued || letters == whole)
                ? 100
                : 0;
        if (shortForms.Contains(letters))
            return 100;
        if (letters.Contains(whole, StringComparison.Ordinal))
            return 90;
        if (PortraitWords().IsMatch(caption))
            return 80;
        if (FileEnding().IsMatch(caption))
            return 80;
        return
            glued
            && (LowerCase().IsMatch(caption) || (UpperCase().IsMatch(caption) && char.IsLower(name[1])))
            && !NameWords.Particles.Contains(caption)
            ? 60
            : 0;
    }

    // "J. K. " before "Rowling", "Mc" before "Donald" or "Marie-" before "Claire" begin the name, they do not caption it.
    private static bool IsPartOfName(string before, string caption) =>
        caption[^1] is '.' or '-' or '\'' or '’' && !FileEnding().IsMatch(caption)
        || before is "Mc" or "Mac" or "Le" or "La" or "De" or "Di" or "Du" or "Van" or "Von" or "Fitz";

    [GeneratedRegex(
        @"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FileEnding();

    [GeneratedRegex(
        @"^(?:photo(?:graphie)?|portrait|avatar|logo|gravatar|image|img|picture|pic|headshot|vignette|thumbnail|thumb|icon|icône|visuel|author|auteur|profile|profil|user|bio|foto|bild)(?:[\s_.-]*(?:de|d['’]|of|by|du|profil|profile|author|auteur|image|photo|\d+)[\s_.-]*)*[:_-]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PortraitWords();

    [GeneratedRegex(@"^[\p{Ll}\d][\p{Ll}\d_.-]{1,39}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LowerCase();

    // No name begins with a run of capitals: "JLBJean-Louis".
    [GeneratedRegex(@"^[\p{Lu}\d][\p{Lu}\d_.-]{1,39}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UpperCase();
}
