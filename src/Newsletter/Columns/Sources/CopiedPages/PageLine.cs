using Newsletter.Columns.Cleaning;

namespace Newsletter.Columns.Sources.CopiedPages;

/// <summary>One line of a page that is not blank.</summary>
/// <param name="Text">Trimmed; it may hold signs of <see cref="Held"/>.</param>
/// <param name="Plain">What a person reads of it.</param>
/// <param name="Indent">Columns of blank space before it.</param>
/// <param name="AfterBlank">Whether a blank line, or nothing, stands before it.</param>
internal sealed record PageLine(string Text, string Plain, int Indent, bool AfterBlank)
{
    public static List<PageLine> Of(string text)
    {
        var lines = new List<PageLine>();
        var afterBlank = true;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
                lines.Add(new PageLine(trimmed, Readable(trimmed), IndentOf(line), afterBlank));
            afterBlank = trimmed.Length == 0;
        }
        return lines;
    }

    /// <summary>It holds a block that is already understood, and no words beside it.</summary>
    public bool IsBlockOnly => Plain.Length == 0 && Text.Contains(Held.BlockSign, StringComparison.Ordinal);

    public bool IsMarkedHeading => Text[0] is Held.HeadingSign;

    /// <summary>Punctuation that ends a sentence, also within closing quotes and brackets.</summary>
    public bool EndsSentence =>
        Plain.TrimEnd('"', '”', '»', '’', ')', ']', '\u00A0', '\u202F', ' ')
            is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    private static string Readable(string text) =>
        Held.Plain(text).Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();

    private static int IndentOf(string line)
    {
        var indent = 0;
        foreach (var character in line)
            if (character is '\t')
                indent += 4;
            else if (char.IsWhiteSpace(character))
                indent++;
            else
                break;
        return indent;
    }
}
