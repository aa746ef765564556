using System.Globalization;
using System.Text;

namespace Newsletter.Addresses;

/// <summary>Text that can stand in a header: nothing in it breaks a line, and all of it can be encoded.</summary>
internal static class OneLine
{
    public static bool Is(string text) => !text.Where((_, i) => IsUnfitAt(text, i)).Any();

    /// <summary>The text without what cannot stand in a header; words stay apart by one blank.</summary>
    public static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = IsUnfitAt(text, i) && char.IsWhiteSpace(text[i]) ? ' ' : text[i];
            if (c == ' ' ? clean.Length > 0 && clean[^1] != ' ' : !IsUnfitAt(text, i))
                clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    /// <summary>The text, or its beginning and an ellipsis, in no more than so many characters; none of them is halved.</summary>
    public static string Shortened(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    // Private use includes the characters around a mark of a rendered issue.
    private static bool IsUnfitAt(string text, int i) =>
        CharUnicodeInfo.GetUnicodeCategory(text[i])
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
        || IsHalf(text, i);

    private static bool IsHalf(string text, int i) =>
        char.IsHighSurrogate(text[i])
            ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
            : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
