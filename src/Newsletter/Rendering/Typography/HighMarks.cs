namespace Newsletter.Rendering.Typography;

/// <summary>French sets a space before <c>: ; ! ? »</c> and the percent sign; code, times and smileys are let be.</summary>
internal static class HighMarks
{
    public static char SpaceBefore(char mark) =>
        mark is ':' or '»' or '%' ? Glyph.NoBreakSpace : Glyph.NarrowNoBreakSpace;

    /// <summary>Whether a high mark stands at <paramref name="index"/> after a space that must not break.</summary>
    public static bool Are(List<Glyph> line, int index)
    {
        var after = Glyph.At(line, index + 1).Value;
        return line[index].Value switch
        {
            ':' => after is not (':' or '='),
            ';' or '»' => true,
            '!' or '?' => after is not '=',
            _ => false,
        };
    }

    /// <summary>Whether the mark at <paramref name="index"/> lacks its space; <paramref name="set"/> is what stands before it.</summary>
    public static bool IsUnspaced(List<Glyph> line, int index, List<Glyph> set)
    {
        var before = Glyph.At(set, set.Count - 1);
        if (before.Value is Glyph.Nothing || before.IsSpace)
            return false;
        var after = Glyph.At(line, index + 1);
        var free = after.IsSpace || after.Value is Glyph.Nothing;
        return line[index].Value switch
        {
            '»' => before.Value is not '«',
            ':' => Ends(before) && (free || after.Value is '«' or '“' or '"' or '»'),
            ';' => Ends(before) && (free || after.Value is '»' or ')'),
            '!' or '?' => Ends(before) && (free || IsClosing(after.Value)),
            '%' => char.IsDigit(before.Value) && !after.IsWord,
            _ => false,
        };
    }

    private static bool Ends(Glyph glyph) =>
        glyph.IsWord
        || glyph.Value
            is ')'
                or ']'
                or '»'
                or '”'
                or '’'
                or '…'
                or '.'
                or '%'
                or '€'
                or '$'
                or '£'
                or '¥'
                or '"'
                or '°'
                or '*'
                or Mark.Closing;

    private static bool IsClosing(char after) =>
        after is '!' or '?' or ')' or ']' or '»' or '”' or '’' or '"' or ',' or '.' or '…' or '*';
}
