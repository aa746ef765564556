using System.Text;

namespace Newsletter.Rendering.Preparing;

/// <summary>Text that can stand in HTML, in a header and on a terminal: no controls, no half characters, no marks.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        foreach (var character in text)
        {
            if (IsSuspect(character))
                return Cleaned(text);
        }
        return text;
    }

    /// <summary>One line: inner white space is single blanks, but a blank that must not break stays what it is.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in Of(text))
        {
            if (character is not (' ' or '\n'))
                line.Append(character);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().Trim();
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or 0x2028 or 0x2029 or 0x0B or 0x0C or 0x85)
                clean.Append(' ');
            else if (
                !Rune.IsControl(rune)
                && rune.Value is not (Mark.Opening or Mark.Closing or 0xFEFF or 0xFFFE or 0xFFFF or 0x202D or 0x202E)
            )
                clean.Append(rune);
        }
        return clean.ToString();
    }

    private static bool IsSuspect(char character) =>
        char.IsControl(character)
        || char.IsSurrogate(character)
        || character
            is Mark.Opening
                or Mark.Closing
                or '\uFEFF'
                or '\uFFFE'
                or '\uFFFF'
                or '\u2028'
                or '\u2029'
                or '\u202D'
                or '\u202E';
}
