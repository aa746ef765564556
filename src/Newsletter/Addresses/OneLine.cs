using System.Globalization;
using System.Text;

namespace Newsletter.Addresses;

/// <summary>Text that can stand in a header: nothing in it breaks a line, and all of it can be encoded.</summary>
internal static class OneLine
{
    public static bool Is(string text) => Cleaned(text).Length == text.Length;

    /// <summary>The text without what cannot stand in a header.</summary>
    public static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(text, i++, 2);
            else if (!IsUnfit(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }

    // Private use includes the characters around a mark of a rendered issue.
    private static bool IsUnfit(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse;
}
