using System.Text;

namespace Newsletter.Rendering;

/// <summary>
/// Keeps a name that is written the other way from pulling the words around it along: the full stop behind it would
/// stand before it, and two such names would change places. Isolates do that without markup, so they hold in a
/// subject and in a text part as well.
/// </summary>
internal static class Isolation
{
    // Unicode Standard Annex 9, section 2.4: first strong isolate, and the end of any isolate.
    private const char Opening = '\u2068';
    private const char Closing = '\u2069';

    /// <summary>The value, isolated where any of it is written in the other direction than the sentence.</summary>
    public static string Within(string sentence, string value) =>
        Letters(sentence).FirstOrDefault() is { } own && Letters(value).Any(letter => letter != own)
            ? Opening + value + Closing
            : value;

    /// <summary>Which way each letter is written that stands in no isolate of its own.</summary>
    private static IEnumerable<Way?> Letters(string text)
    {
        var depth = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x2066 and <= Opening)
                depth++;
            else if (rune.Value is Closing)
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && Rune.IsLetter(rune))
                yield return IsRightToLeft(rune.Value) ? Way.RightToLeft : Way.LeftToRight;
        }
    }

    // The blocks that Unicode sets aside for scripts of this direction, from Hebrew to Arabic Extended, and their
    // presentation forms; the two in the supplementary plane.
    private static bool IsRightToLeft(int value) =>
        value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFF)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);

    private enum Way
    {
        LeftToRight,
        RightToLeft,
    }
}
