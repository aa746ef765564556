using System.Text;

namespace Newsletter.Messages;

/// <summary>
/// RFC 2047: text outside ASCII in a header. Each word has at most 75 characters, its line at most 76, and no
/// character is cut in two; Q or B, whichever is shorter, with the few characters that a phrase allows.
/// </summary>
internal static class EncodedWords
{
    private const int WordLength = 75;
    private const int LineLength = 76;
    private const int Frame = 12; // =?utf-8?Q??=

    /// <param name="column">How many characters stand before the first word on its line.</param>
    public static IEnumerable<string> Of(string text, int column)
    {
        var quoted = text.EnumerateRunes().Sum(QuotedLength) <= Encoding.UTF8.GetByteCount(text) * 4 / 3;
        var room = Math.Max(LineLength - column, Frame + 12);
        var word = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var more = quoted ? QuotedLength(rune) : rune.Utf8SequenceLength;
            if (word.Length > 0 && Length(length + more, quoted) > Math.Min(room, WordLength) - Frame)
            {
                yield return Word(word.ToString(), quoted);
                word.Clear();
                (length, room) = (0, WordLength);
            }

            word.Append(rune);
            length += more;
        }

        if (word.Length > 0)
            yield return Word(word.ToString(), quoted);
    }

    private static string Word(string text, bool quoted) =>
        quoted
            ? $"=?utf-8?Q?{string.Concat(text.EnumerateRunes().Select(Quoted))}?="
            : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    // In base64 each three bytes, begun or whole, are four characters.
    private static int Length(int length, bool quoted) => quoted ? length : (length + 2) / 3 * 4;

    private static int QuotedLength(Rune rune) => IsSafe(rune) || rune.Value == ' ' ? 1 : 3 * rune.Utf8SequenceLength;

    private static string Quoted(Rune rune)
    {
        if (rune.Value == ' ')
            return "_";
        if (IsSafe(rune))
            return rune.ToString();
        Span<byte> bytes = stackalloc byte[4];
        var quoted = new StringBuilder();
        foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            quoted.Append('=').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return quoted.ToString();
    }

    // RFC 2047 section 5 (3): what an encoded word within a phrase may hold unencoded.
    private static bool IsSafe(Rune rune) =>
        rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '!' or '*' or '+' or '-' or '/');
}
