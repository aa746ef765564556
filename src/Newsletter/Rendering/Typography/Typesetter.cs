using System.Text;
using Newsletter.Columns;

namespace Newsletter.Rendering.Typography;

/// <summary>
/// Sets text as its language does: apostrophes, quotation marks, dashes, spaces that do not break. It sees a whole
/// block at once, so that a mark within a sentence (bold, a link) does not hide a letter from its punctuation.
/// Setting twice gives the same as setting once. A language without rules of its own is left as it is.
/// </summary>
internal static class Typesetter
{
    public static string Set(string text, string language)
    {
        if (RulesOf(language) is not { } rules || text.Length == 0)
            return text;
        var line = new List<Glyph>(text.Length);
        foreach (var character in text)
            line.Add(new Glyph(character, 0, IsFixed: false));
        return Join(rules(Verbatim.Fix(line)), runs: 1)[0].ToString();
    }

    public static IReadOnlyList<Inline> Set(IReadOnlyList<Inline> content, string language)
    {
        if (RulesOf(language) is not { } rules || content.Count == 0)
            return content;
        var line = new List<Glyph>(256);
        var runs = Flatten(content, line, 0);
        var set = Join(rules(Verbatim.Fix(line)), runs);
        var next = 0;
        return Rebuild(content, set, ref next);
    }

    private static Func<List<Glyph>, List<Glyph>>? RulesOf(string language) =>
        language switch
        {
            "fr" => French.Set,
            "en" => English.Set,
            _ => null,
        };

    private static int Flatten(IReadOnlyList<Inline> content, List<Glyph> line, int runs)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Inline.Text text:
                    foreach (var character in text.Value)
                        line.Add(new Glyph(character, runs, IsFixed: false));
                    runs++;
                    break;
                case Inline.LineBreak:
                    line.Add(new Glyph(Glyph.Nothing, -1, IsFixed: true));
                    break;
                case Inline.Code or Inline.NoteReference:
                    line.Add(new Glyph(Glyph.Placeholder, -1, IsFixed: true));
                    break;
                default:
                    runs = Flatten(Inlines.Within(inline), line, runs);
                    break;
            }
        }
        return runs;
    }

    private static StringBuilder[] Join(List<Glyph> line, int runs)
    {
        var texts = new StringBuilder[runs];
        for (var run = 0; run < runs; run++)
            texts[run] = new StringBuilder();
        foreach (var glyph in line)
        {
            if (glyph.Run >= 0)
                texts[glyph.Run].Append(glyph.Value);
        }
        return texts;
    }

    private static List<Inline> Rebuild(IReadOnlyList<Inline> content, StringBuilder[] set, ref int next)
    {
        var rebuilt = new List<Inline>(content.Count);
        foreach (var inline in content)
        {
            rebuilt.Add(
                inline switch
                {
                    Inline.Text => new Inline.Text(set[next++].ToString()),
                    Inline.LineBreak or Inline.Code or Inline.NoteReference => inline,
                    _ => Inlines.With(inline, Rebuild(Inlines.Within(inline), set, ref next)),
                }
            );
        }
        return rebuilt;
    }
}
