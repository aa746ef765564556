using System.Globalization;
using System.Text;

namespace Newsletter.Rendering.PlainText;

/// <summary>
/// How much of a line a text takes: two places for wide characters, none for combining marks; and never less than
/// its characters, since some programs count those.
/// </summary>
internal static class DisplayWidth
{
    public static int Of(string text)
    {
        // Up to the combining marks every letter takes one place.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
            return text.Length;
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += WidthOf(rune);
        return Math.Max(width, text.Length);
    }

    private static int WidthOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
            ? 0
        : IsWide(rune.Value) ? 2
        : 1;

    // Unicode Standard Annex 11, East Asian Width W and F, in blocks; emoji with them.
    private static bool IsWide(int value) =>
        value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0x303E)
                or (>= 0x3041 and <= 0xA4CF)
                or (>= 0xA960 and <= 0xA97F)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1FAFF)
                or (>= 0x20000 and <= 0x3FFFD);
}
