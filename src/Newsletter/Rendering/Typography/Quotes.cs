namespace Newsletter.Rendering.Typography;

/// <summary>
/// Typewriter quotes become those of the language. Only matched pairs are: what stands alone (an inch, a slip)
/// stays as it was typed.
/// </summary>
internal static class Quotes
{
    public static void Set(List<Glyph> line, QuotationStyle style)
    {
        var open = new Stack<int>();
        var pairs = new List<(int Open, int Close, int Depth)>();
        for (var index = 0; index < line.Count; index++)
        {
            var glyph = line[index];
            if (glyph.Value != '"' || glyph.IsFixed)
                continue;
            var opens = Opens(line, index);
            var closes = Closes(line, index);
            if (closes && open.Count > 0 && !(opens && Glyph.At(line, index + 1).IsWord))
                pairs.Add((open.Pop(), index, open.Count));
            else if (opens)
                open.Push(index);
        }
        foreach (var (from, to, depth) in pairs)
        {
            line[from] = line[from] with { Value = depth == 0 ? style.Open : style.InnerOpen };
            line[to] = line[to] with { Value = depth == 0 ? style.Close : style.InnerClose };
        }
    }

    private static bool Opens(List<Glyph> line, int index)
    {
        var before = Glyph.At(line, index - 1);
        return before.Value is Glyph.Nothing
            || before.IsSpace
            || before.Value is '(' or '[' or '"' or '«' or '“' or '‘' or '’' or '\'' or '—' or '–' or '-' or '/' or ':';
    }

    private static bool Closes(List<Glyph> line, int index)
    {
        var after = Glyph.At(line, index + 1);
        return after.Value is Glyph.Nothing
            || after.IsSpace
            || (!after.IsWord && after.Value is not ('(' or '[' or '«' or '“' or '‘'));
    }
}
