using System.Globalization;
using System.Text;

namespace Newsletter.Rendering.Preparing;

/// <summary>
/// Whether a reader sees anything of a text. Editors leave characters without a width behind (soft hyphens, joiners,
/// marks of direction), and a paragraph of them is an empty line.
/// </summary>
internal static class Visible
{
    public static bool Is(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Is(rune))
                return true;
        }
        return false;
    }

    /// <summary>From the first character that is seen to the last.</summary>
    public static string Trim(string text)
    {
        var (start, end, at) = (-1, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var after = at + rune.Utf16SequenceLength;
            if (Is(rune))
                (start, end) = (start < 0 ? at : start, after);
            at = after;
        }
        return start < 0 ? "" : text[start..end];
    }

    private static bool Is(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control)
        && !IsFiller(rune.Value);

    // The joiner of graphemes, the selectors of variants, and the blanks of Braille and of Hangul: letters by their class.
    private static bool IsFiller(int value) =>
        value is 0x034F or 0x2800 or 0x3164 or 0xFFA0 or 0x115F or 0x1160 or (>= 0xFE00 and <= 0xFE0F);
}
