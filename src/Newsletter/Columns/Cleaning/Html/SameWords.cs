using System.Text;

namespace Newsletter.Columns.Cleaning.Html;

/// <summary>Whether two lines say the same, whatever their case, accents' form, quotes and blanks.</summary>
internal static class SameWords
{
    public static bool Are(string one, string other) => Key(one) is { Length: > 0 } key && key == Key(other);

    /// <summary>Letters and digits only, in lower case.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(Math.Min(text.Length, 1000));
        foreach (var letter in text.Length > 4000 ? text[..4000] : text)
            if (char.IsLetterOrDigit(letter))
                key.Append(char.ToLowerInvariant(letter));
        return key.ToString();
    }
}
