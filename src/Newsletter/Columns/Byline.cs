using System.Text;
using System.Text.RegularExpressions;

namespace Newsletter.Columns;

/// <summary>One author of a column, as the column credits them.</summary>
/// <param name="Role">"Présidente de l’Observatoire", as the source spells it.</param>
/// <param name="Portrait">Where a portrait of the author was found.</param>
internal sealed partial record Byline(string Name, string? Role = null, Picture? Portrait = null)
{
    /// <summary>
    /// How two spellings of one name are compared: without case, and with one kind of space, apostrophe and hyphen.
    /// Accents count. At most 200 characters.
    /// </summary>
    public static string KeyOf(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'');
        var key = Blanks().Replace(Hyphens().Replace(plain, "-"), " ").Trim();
        return key.Length <= 200 ? key : key[..(char.IsHighSurrogate(key[199]) ? 199 : 200)];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Blanks();

    // The hyphen, the one that does not break, and the dashes that are typed for it.
    [GeneratedRegex("[\u2010-\u2014\u2212]", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Hyphens();
}
