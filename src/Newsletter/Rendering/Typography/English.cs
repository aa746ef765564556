namespace Newsletter.Rendering.Typography;

/// <summary>The Chicago Manual's marks: “double”, ‘single’, an em dash for two hyphens.</summary>
internal static class English
{
    public static List<Glyph> Set(List<Glyph> line)
    {
        Apostrophes.Set(line);
        Quotes.Set(line, QuotationStyle.English);
        var set = Points.Set(line, twoDashes: '—');
        for (var index = 1; index < set.Count - 1; index++)
        {
            if (set[index].Value == ' ' && !set[index].IsFixed && Units.Follow(set, index))
                set[index] = set[index] with { Value = Glyph.NoBreakSpace };
        }
        return set;
    }
}
