using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns.Sources.CopiedPages.Bylines;

/// <summary>What has the shape of a person's name, and the short forms by which files and captions call that person.</summary>
internal static partial class PersonName
{
    private const int Longest = 70;
    private const int MostWords = 7;

    /// <summary>Two to seven words, each capitalised, a particle, an initial or a title; no word that heads sections.</summary>
    public static bool Is(string text) => Is(text, fewestWords: 2) && !Words(text).Any(NameWords.NeverInNames.Contains);

    /// <summary>After "Par" or "By" even "Voltaire" is a name, and so is "Fleur de Paris".</summary>
    public static bool IsAfterMarker(string text) => Is(text, fewestWords: 1);

    /// <summary>Every short form that a caption may hold: "jpm", "jm", "jmorel", "morel", "jeanpierremorel" …</summary>
    public static IEnumerable<string> ShortForms(string name)
    {
        var parts = Words(name).Where(word => !NameWords.Titles.Contains(word)).ToList();
        var chief = parts.Where(part => !NameWords.Particles.Contains(part)).ToList();
        if (chief.Count == 0)
            yield break;
        foreach (var words in new[] { parts, chief })
        {
            var split = words.SelectMany(word => word.Split('-', '\'', '’')).Where(word => word.Length > 0).ToList();
            yield return Letters(string.Concat(words.Select(word => word[..1])));
            yield return Letters(string.Concat(split.Select(word => word[..1])));
            yield return Letters(string.Concat(words));
            yield return Letters(string.Concat(words.Skip(1).Prepend(words[0][..1])));
            yield return Letters(string.Concat(words.Skip(1)) + words[0]);
            yield return Letters(string.Concat(words.Skip(1)) + words[0][..1]);
        }
        yield return Letters(chief[0]);
        yield return Letters(chief[^1]);
        yield return Letters(chief[0] + chief[^1]);
        yield return Letters(chief[0][..1] + chief[^1]);
        yield return Letters(chief[0] + chief[^1][..1]);
    }

    /// <summary>Lower-case letters without accents: how a file's name spells a person.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetter(character) && char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToLowerInvariant(character));
        return letters.ToString();
    }

    private static bool Is(string text, int fewestWords)
    {
        if (text.Length is < 2 or > Longest)
            return false;
        var words = Words(text);
        var capitalised = words.Count(word => Capitalised().IsMatch(word) && !NameWords.Titles.Contains(word));
        var full = words.Count(word => word.Count(char.IsLetter) > 1 && Capitalised().IsMatch(word));
        return words.Length <= MostWords
            && capitalised >= fewestWords
            && full > 0
            && !NameWords.Particles.Contains(words[^1])
            && Array.TrueForAll(
                words,
                word =>
                    Capitalised().IsMatch(word) || NameWords.Particles.Contains(word) || NameWords.Titles.Contains(word)
            );
    }

    private static string[] Words(string text) =>
        text.Split([' ', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries);

    // "Henry-Michel", "O’Brien", "d’Ormesson", "J.", "J.K.", "McDonald", "DUPONT", "Šárka"; and letters without case.
    [GeneratedRegex(
        @"^(?:[dlDL]['’])?(?:\p{Lu}\.(?:-?\p{Lu}\.)*|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*(?:['’-][\p{L}][\p{L}\p{M}]*)*)$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Capitalised();
}
