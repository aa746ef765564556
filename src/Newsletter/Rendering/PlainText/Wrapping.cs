using System.Globalization;
using System.Text;

namespace Newsletter.Rendering.PlainText;

/// <summary>Breaks text at blanks, never at blanks that must not break, and never within a character as people see it.</summary>
internal static class Wrapping
{
    private static readonly char[] Marks = ['.', ',', ';', ')', '»', '”', '\u00A0', '\u202F', '!', '?', ':'];

    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var size = DisplayWidth.Of(word);
            if (used > 0 && used + 1 + size > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }
            if (size > width)
            {
                var pieces = Broken(word, width);
                foreach (var piece in pieces.SkipLast(1))
                    yield return piece;
                line.Append(pieces[^1]);
                used = DisplayWidth.Of(pieces[^1]);
                continue;
            }
            line.Append(used > 0 ? " " : "").Append(word);
            used += size + (used > 0 ? 1 : 0);
        }
        if (used > 0)
            yield return line.ToString();
    }

    /// <summary>The line as it is, cut where it is too long.</summary>
    public static IEnumerable<string> Pieces(string line, int width)
    {
        var piece = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            foreach (var part in Chunks(elements.GetTextElement(), width))
            {
                var size = DisplayWidth.Of(part);
                if (used + size > width && used > 0)
                {
                    yield return piece.ToString();
                    piece.Clear();
                    used = 0;
                }
                piece.Append(part);
                used += size;
            }
        }
        yield return piece.ToString();
    }

    /// <summary>Whether its end would be taken for the sentence's.</summary>
    public static bool EndsInMark(string address) => Marks.Contains(address[^1]);

    public static bool IsAddress(string word) =>
        (
            word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        ) && !word.Contains(' ', StringComparison.Ordinal);

    /// <summary>An address is left whole, on a line of its own; what sticks to it (a bracket, a point) goes before or after.</summary>
    private static List<string> Broken(string word, int width)
    {
        var start = StartOfAddress(word);
        if (start < 0 || !IsAddress(word[start..]))
            return [.. Pieces(word, width)];
        // No address holds a blank; what follows one that must not break is the number of a link.
        var address = word[start..].Split('\u00A0', '\u202F')[0].TrimEnd(Marks);
        List<string> pieces = start > 0 ? [.. Pieces(word[..start], width), address] : [address];
        var rest = word[(start + address.Length)..].TrimStart('\u00A0', '\u202F');
        if (rest.Length > 0)
            pieces.AddRange(Pieces(rest, width));
        else
            pieces.Add("");
        return pieces;
    }

    // What sticks to an address before it may look like the beginning of another: "see https:https://example.org".
    private static int StartOfAddress(string word)
    {
        var (secure, plain) = (IndexOf(word, "https://"), IndexOf(word, "http://"));
        return secure < 0 || (plain >= 0 && plain < secure) ? plain : secure;
    }

    private static int IndexOf(string word, string scheme) => word.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>A heap of combining marks counts as one character; it may be longer than a line all the same.</summary>
    private static IEnumerable<string> Chunks(string element, int width)
    {
        if (element.Length <= width)
            return [element];
        return element
            .EnumerateRunes()
            .Chunk(width / 2)
            .Select(runes => string.Concat(runes.Select(rune => rune.ToString())));
    }
}
