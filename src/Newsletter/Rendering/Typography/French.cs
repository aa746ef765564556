namespace Newsletter.Rendering.Typography;

/// <summary>
/// The rules of the Imprimerie nationale: a no-break space before the colon and within guillemets, a narrow one
/// before the other high marks and in thousands.
/// </summary>
internal static class French
{
    public static List<Glyph> Set(List<Glyph> line)
    {
        Apostrophes.Set(line);
        Quotes.Set(line, QuotationStyle.French);
        return Space(Points.Set(line, twoDashes: '–'));
    }

    private static List<Glyph> Space(List<Glyph> line)
    {
        var set = new List<Glyph>(line.Count + 16);
        for (var index = 0; index < line.Count; index++)
        {
            var glyph = line[index];
            if (glyph.IsSpace && !glyph.IsFixed)
            {
                index = SetSpaces(line, index, set) - 1;
                continue;
            }
            if (!glyph.IsFixed && HighMarks.IsUnspaced(line, index, set))
                set.Add(new Glyph(HighMarks.SpaceBefore(glyph.Value), glyph.Run, IsFixed: false));
            set.Add(glyph);
            var after = Glyph.At(line, index + 1);
            if (glyph is { Value: '«', IsFixed: false } && !after.IsSpace && after.Value is not (Glyph.Nothing or '»'))
                set.Add(glyph with { Value = SpaceWithin(line, index + 1) });
        }
        return set;
    }

    private static char SpaceWithin(List<Glyph> line, int next) =>
        !line[next].IsFixed && HighMarks.Are(line, next) ? HighMarks.SpaceBefore(line[next].Value) : Glyph.NoBreakSpace;

    /// <summary>Sets a run of spaces and says where it ends.</summary>
    private static int SetSpaces(List<Glyph> line, int start, List<Glyph> set)
    {
        var end = start;
        while (end < line.Count && line[end].IsSpace && !line[end].IsFixed)
            end++;
        var space = line[start];
        if (Kind(line, start, end) is { } kind)
            set.Add(space with { Value = kind });
        else
            Glyph.Copy(line, start, end, set);
        return end;
    }

    /// <summary>The one space that must stand for those from start to end; null where they may stay.</summary>
    private static char? Kind(List<Glyph> line, int start, int end)
    {
        var before = Glyph.At(line, start - 1);
        var after = Glyph.At(line, end);
        if (before.Value is Glyph.Nothing || after.Value is Glyph.Nothing)
            return null;
        if (!after.IsFixed && HighMarks.Are(line, end))
            return HighMarks.SpaceBefore(after.Value);
        if (before is { Value: '«', IsFixed: false })
            return Glyph.NoBreakSpace;
        if (end - start > 1 || line[start].Value != ' ')
            return null;
        if (Units.PartThousands(line, start))
            return Glyph.NarrowNoBreakSpace;
        return Units.Follow(line, start) || IsAbbreviated(line, start) ? Glyph.NoBreakSpace : null;
    }

    /// <summary>"n° 5", "M. Dupont", "Mme Durand": the short word stays with what it announces.</summary>
    private static bool IsAbbreviated(List<Glyph> line, int space)
    {
        var start = space;
        while (
            space - start < 5
            && Glyph.At(line, start - 1) is { IsSpace: false, Value: not (Glyph.Nothing or '(' or '«') }
        )
            start--;
        Span<char> word = stackalloc char[space - start];
        for (var index = start; index < space; index++)
            word[index - start] = line[index].Value;
        var after = Glyph.At(line, space + 1).Value;
        return (ReadOnlySpan<char>)word switch
        {
            "n°" or "N°" or "p." or "art." => char.IsDigit(after),
            "M." or "MM." or "Mme" or "Mmes" or "Mlle" or "Dr" or "Me" or "Mgr" => char.IsUpper(after),
            _ => false,
        };
    }
}
