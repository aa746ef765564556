using System.Text.RegularExpressions;

namespace Newsletter.Publications;

/// <summary>Families of letters in the order of preference. A mail client has none but its own, so the last is a generic one.</summary>
internal static partial class FontStack
{
    private static readonly string[] Generic = ["serif", "sans-serif", "monospace"];

    /// <returns>As CSS writes it: no blanks between, names of several words in single quotes.</returns>
    /// <exception cref="Refusal">A name holds what no family's name does, or the last is not generic.</exception>
    public static string Parse(string text)
    {
        var families = text.Split(',', StringSplitOptions.TrimEntries)
            .Select(family => family.Trim('\'', '"'))
            .ToList();
        if (families.Exists(family => !FamilyName().IsMatch(family)) || families.Count > 8)
            throw new Refusal(
                $"\"{text}\" is no list of fonts; write it as \"Georgia, Times New Roman, serif\" (--theme)."
            );
        if (!Generic.Contains(families[^1], StringComparer.Ordinal))
            throw new Refusal(
                $"The fonts \"{text}\" must end in {string.Join(", ", Generic)}: a mail client may have none of the others (--theme)."
            );
        return string.Join(
            ',',
            families.Select(family => family.Contains(' ', StringComparison.Ordinal) ? $"'{family}'" : family)
        );
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]*( [A-Za-z0-9-]+){0,4}\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex FamilyName();
}
