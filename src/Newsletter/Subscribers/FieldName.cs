using System.Text;

namespace Newsletter.Subscribers;

/// <summary>
/// The name of a reader's field, in the form in which it is kept and asked for: one word of lower-case letters and
/// digits, its parts joined by a low line. "ZIP Code" and "zip_code" are one.
/// </summary>
internal static class FieldName
{
    public const int Longest = 60;

    /// <returns>Null where the text has neither letter nor digit.</returns>
    public static string? OrNull(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
                name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[^1] != '_')
                name.Append('_');
        }

        if (name.Length > Longest)
            name.Length = Longest;
        var word = name.ToString().TrimEnd('_');
        return word.Length == 0 ? null : word;
    }
}
