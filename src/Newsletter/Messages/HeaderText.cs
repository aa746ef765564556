using System.Buffers;
using System.Text;

namespace Newsletter.Messages;

/// <summary>Texts as header fields carry them: one line, ASCII, folded.</summary>
internal static class HeaderText
{
    /// <summary>RFC 5322 section 2.1.1: a line should have no more characters than this.</summary>
    public const int LineLength = 78;

    // Looked for in every header of every message.
    private static readonly SearchValues<char> Breaks = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(IsBreak),
    ]);

    private static readonly SearchValues<char> Printable = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c),
    ]);

    /// <summary>Every control character and every separator of lines becomes a blank.</summary>
    public static string OneLine(string text)
    {
        if (text.AsSpan().IndexOfAny(Breaks) < 0)
            return text;
        return string.Create(
            text.Length,
            text,
            static (line, text) =>
            {
                for (var i = 0; i < line.Length; i++)
                    line[i] = IsBreak(text[i]) ? ' ' : text[i];
            }
        );
    }

    /// <summary>RFC 5322 section 2.2.1: text for people, such as a subject.</summary>
    public static string Unstructured(string name, string text)
    {
        var line = OneLine(text).Trim();
        return Folded(name, IsPlain(line) ? line.Split(' ') : EncodedWords.Of(line, name.Length + 2));
    }

    /// <summary>RFC 5322 section 3.2.5: the name before an address in angle brackets, in words that may be folded between.</summary>
    /// <param name="column">How many characters stand before it on its line.</param>
    public static IEnumerable<string> Phrase(string text, int column)
    {
        var line = OneLine(text).Trim();
        if (line.Length == 0)
            return [];
        if (!IsPlain(line) || line.Length > LineLength - 20)
            return EncodedWords.Of(line, column);
        return line.All(c => c == ' ' || IsAtom(c))
            ? line.Split(' ')
            :
            [
                $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            ];
    }

    /// <summary>The body of a field: a blank before each word, or a line break and a blank where the line would be too long.</summary>
    public static string Folded(string name, IEnumerable<string> words)
    {
        var body = new StringBuilder();
        var column = name.Length + 1;
        foreach (var word in words)
        {
            if (column + 1 + word.Length > LineLength)
            {
                body.Append("\r\n");
                column = 0;
            }

            body.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        return body.ToString();
    }

    // A word of 60 still fits on a line of its own. "=?" would be read as the start of an encoded word, and two
    // blanks might be folded into one.
    private static bool IsPlain(string line) =>
        line.AsSpan().IndexOfAnyExcept(Printable) < 0
        && !line.Contains("=?", StringComparison.Ordinal)
        && !line.Contains("  ", StringComparison.Ordinal)
        && line.Split(' ').All(word => word.Length <= 60);

    private static bool IsAtom(char c) =>
        char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
