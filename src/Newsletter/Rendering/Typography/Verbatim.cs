using System.Text.RegularExpressions;

namespace Newsletter.Rendering.Typography;

/// <summary>Finds what stands in a text but is no prose: addresses, file names with a query, marks of the program.</summary>
internal static partial class Verbatim
{
    public static List<Glyph> Fix(List<Glyph> line)
    {
        if (!MayHoldAny(line))
            return line;
        var text = string.Create(line.Count, line, static (characters, glyphs) => Copy(glyphs, characters));
        foreach (var match in Places().EnumerateMatches(text))
        {
            // What closes the sentence after an address is the sentence's; an entity keeps its semicolon.
            var length =
                text[match.Index] == '&'
                    ? match.Length
                    : text.AsSpan(match.Index, match.Length).TrimEnd(".,;:!?)\"'»”’…").Length;
            for (var index = match.Index; index < match.Index + length; index++)
                line[index] = line[index] with { IsFixed = true };
        }
        return line;
    }

    /// <summary>Most sentences hold none, and this is much faster than the expression.</summary>
    private static bool MayHoldAny(List<Glyph> line)
    {
        for (var index = 0; index < line.Count; index++)
        {
            var value = line[index].Value;
            if (value is '@' or Mark.Opening or '&')
                return true;
            if (
                value is '.' or ':'
                && Glyph.At(line, index + 1) is { IsSpace: false, Value: not (Glyph.Nothing or '.') }
            )
                return true;
        }
        return false;
    }

    private static void Copy(List<Glyph> glyphs, Span<char> characters)
    {
        for (var index = 0; index < characters.Length; index++)
            characters[index] = glyphs[index].Value;
    }

    // An address with a scheme; www.; an e-mail address; a bare host with a path or a query (a sentence that only
    // ends in a sign is none); an HTML entity
    // written out as text; a mark.
    [GeneratedRegex(
        @"\b[a-z][a-z0-9+.-]{1,20}://[^\s«»<>\u00A0\u202F]+|\b(?:mailto|tel|urn|doi):[^\s«»<>\u00A0\u202F]+|\bwww\.[^\s«»<>\u00A0\u202F]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)+[/?][^\s«»<>\u00A0\u202F]*[^\s«»<>\u00A0\u202F.,;:!?)""'”’…]|&#?\w{2,12};|\uE000[a-z_]*\uE001",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Places();
}
