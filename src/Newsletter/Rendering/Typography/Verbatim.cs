using System.Text.RegularExpressions;

namespace Newsletter.Rendering.Typography;

/// <summary>Finds what stands in a text but is no prose: addresses, file names with a query, marks of the program.</summary>
internal static partial class Verbatim
{
    public static List<Glyph> Fix(List<Glyph> line)
    {
        if (!line.Exists(glyph => glyph.Value is '.' or ':' or '@' or Mark.Opening or '&' or '='))
            return line;
        var text = string.Create(line.Count, line, static (characters, glyphs) => Copy(glyphs, characters));
        foreach (var match in Places().EnumerateMatches(text))
        {
            var length = text.AsSpan(match.Index, match.Length).TrimEnd(".,;:!?)\"'»”’…").Length;
            // A file name that ends in a query mark was a question after all; a mark of the program keeps its end.
            for (var index = match.Index; index < match.Index + length; index++)
                line[index] = line[index] with { IsFixed = true };
        }
        return line;
    }

    private static void Copy(List<Glyph> glyphs, Span<char> characters)
    {
        for (var index = 0; index < characters.Length; index++)
            characters[index] = glyphs[index].Value;
    }

    // An address with a scheme; www.; an e-mail address; a bare host with a path or a query; an HTML entity
    // written out as text; a mark.
    [GeneratedRegex(
        @"\b[a-z][a-z0-9+.-]{1,20}://[^\s«»<>\u00A0\u202F]+|\b(?:mailto|tel|urn|doi):[^\s«»<>\u00A0\u202F]+|\bwww\.[^\s«»<>\u00A0\u202F]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)+[/?][^\s«»<>\u00A0\u202F]+|&#?\w{2,12};|\uE000[a-z_]*\uE001",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Places();
}
